package io.falconet.dashboard.trial;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import io.falconet.dashboard.chart.Chart;
import io.falconet.dashboard.chart.Palette;
import io.falconet.dashboard.page.Later;
import io.falconet.dashboard.page.Legend;
import io.falconet.dashboard.page.Legend.Mark;
import io.falconet.dashboard.page.Panel;
import io.falconet.results.ArtifactStore;
import io.falconet.results.ResultsException;
import io.falconet.results.StoredArtifact;
import io.falconet.space.outcome.LatencyReport;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Every run that a latency was measured by, read once the page is drawn. */
final class LatencyPanel extends Div {
    private static final long serialVersionUID = 1;

    private final Div content = new Div(new Paragraph("Reading …"));

    LatencyPanel(ArtifactStore store, StoredArtifact file, LatencyReport report) {
        add(new Panel(new Span("Latency, run by run"), content));
        Later.run(this, () -> show(store, file, report));
    }

    private void show(ArtifactStore store, StoredArtifact file, LatencyReport report) {
        content.removeAll();
        try {
            LatencyRuns runs = LatencyRuns.read(store.read(file.sha256()));
            Legend legend = new Legend()
                    .with(Mark.ROUND, Palette.BLUE, "a run")
                    .with(Mark.ROUND, Palette.ORANGE, "a run of every other round")
                    .with(Mark.LINE, Palette.GREEN, "median, with its 95 % interval");
            int step = LatencyChart.step(runs);
            if (step > 1) {
                legend.with("one of %d runs of %,d is drawn".formatted(step, runs.count()));
            }
            Chart chart = new Chart("Time of each of %,d timed runs".formatted(runs.count()));
            chart.addClassName("small-chart");
            chart.show(LatencyChart.option(runs, report));
            content.add(legend, chart);
        } catch (IOException | UncheckedIOException | ResultsException e) {
            content.add(new Paragraph("The runs cannot be shown: " + e.getMessage()));
        }
    }
}
