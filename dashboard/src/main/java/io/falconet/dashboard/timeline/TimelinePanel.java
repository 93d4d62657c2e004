package io.falconet.dashboard.timeline;

import com.vaadin.flow.component.Unit;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import io.falconet.dashboard.chart.Chart;
import io.falconet.dashboard.page.Later;
import io.falconet.dashboard.page.Legend;
import io.falconet.dashboard.page.Legend.Mark;
import io.falconet.results.ResultsDb;
import io.falconet.results.StudyRecord;
import io.falconet.results.TrialRecord;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/**
 * When the last few hundred trials of a study were evaluated, and how many at once. Read once the page is drawn. Which worker
 * it was no outcome tells; a lane is a place beside others that were busy.
 */
public final class TimelinePanel extends Div {
    private static final long serialVersionUID = 1;
    private static final int MOST = 300;

    private final Paragraph words = new Paragraph("Reading …");
    private final Div legend = new Div();
    private final Chart chart;
    private transient Object shown;

    /**
     * A panel that knows nothing yet.
     *
     * @param opened called with the number of a trial that was clicked
     */
    public TimelinePanel(Consumer<String> opened) {
        addClassName("timeline");
        chart = new Chart("Bars of when each trial was evaluated; the table of trials has the same trials")
                .onPoint(opened);
        add(words);
    }

    /** Shows what the store knows, if it is more than was shown last. */
    public void show(ResultsDb db, StudyRecord study, Instant now) {
        Object version = List.of(study.finished(), study.state());
        if (!version.equals(shown)) {
            shown = version;
            Later.run(
                    this, () -> tell(study, db.trials().since(study.id(), Math.max(0, study.finished() - MOST)), now));
        }
    }

    private void tell(StudyRecord study, List<TrialRecord> trials, Instant now) {
        List<TrialRecord> known = study.state().ended()
                ? trials.stream().filter(trial -> trial.state().finished()).toList()
                : trials;
        List<Stint> stints = Stint.of(known, now);
        removeAll();
        add(words);
        if (stints.isEmpty()) {
            words.setText(
                    "No trial has been evaluated yet. Each will be a bar here, from when it began to when it ended.");
            return;
        }
        TimelineChart timeline = new TimelineChart(stints, study.started().orElse(study.created()));
        words.setText(words(trials, known.size() - stints.size(), timeline.lanes()));
        legend.removeAll();
        Legend colours = new Legend();
        timeline.colours().forEach((meaning, colour) -> colours.with(Mark.SQUARE, colour, meaning));
        legend.add(colours);
        chart.setHeight(timeline.height(), Unit.PIXELS);
        chart.show(timeline.option());
        add(legend, chart);
    }

    private static String words(List<TrialRecord> trials, int reused, int lanes) {
        int first = trials.get(0).number();
        int last = trials.get(trials.size() - 1).number();
        String which = first == 0
                ? "All %,d trials".formatted(trials.size())
                : "The last %,d of %,d trials".formatted(trials.size(), last + 1);
        return which
                + ", up to %,d at once".formatted(lanes)
                + (reused == 0 ? "." : "; %,d took the outcome of another trial and did not run.".formatted(reused));
    }
}
