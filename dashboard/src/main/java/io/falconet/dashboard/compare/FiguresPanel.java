package io.falconet.dashboard.compare;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import io.falconet.dashboard.compare.FigureRow.Cell;
import io.falconet.dashboard.compare.FigureRow.Standing;
import io.falconet.dashboard.page.Chip;
import io.falconet.dashboard.page.Panel;
import io.falconet.results.StudyRecord;
import io.falconet.space.outcome.Evaluated;
import io.falconet.space.outcome.LatencyReport;
import io.falconet.space.search.strategy.Descent;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** What came of the trials, with the best of each figure marked. */
final class FiguresPanel extends Div {
    private static final long serialVersionUID = 1;

    FiguresPanel(StudyRecord study, List<Compared> trials) {
        SideBySide table = new SideBySide(study.name(), trials, "Figures of the trials, the best of each marked");
        table.row(
                new Span("state"),
                trials.stream()
                        .map(each -> Chip.of(each.trial().state(), study.state()))
                        .toList());
        table.row(
                new Span("training"),
                words(trials, each -> each.trial().fidelity().label()));
        table.row(
                new Span("comes from"),
                words(trials, each -> each.trial().descent().map(Descent::words).orElse("not known")));
        for (FigureRow row : FigureRow.of(trials)) {
            table.row(
                    new Span(row.name()),
                    row.cells().stream().map(FiguresPanel::cell).toList());
        }
        Panel panel = new Panel(new Span("Figures"), table);
        caveats(trials).forEach(panel::add);
        add(panel);
    }

    private static List<Span> words(List<Compared> trials, Function<Compared, String> words) {
        return trials.stream().map(each -> new Span(words.apply(each))).toList();
    }

    private static Component cell(Cell cell) {
        Span figure = new Span(new Span(cell.text()));
        figure.addClassName("figure");
        if (cell.standing() != Standing.NONE) {
            Span mark = new Span(cell.standing() == Standing.BEST ? "best" : "tie");
            mark.addClassNames("chip", cell.standing() == Standing.BEST ? "chip-good" : "chip-busy");
            mark.setTitle(
                    cell.standing() == Standing.BEST
                            ? "Better than the others beside it"
                            : "Nobody can tell it from the best: intervals overlap, or the digits that count are the same");
            figure.add(mark);
        }
        return figure;
    }

    /** Why figures beside each other may not be comparable. */
    private static List<Component> caveats(List<Compared> trials) {
        boolean alike =
                trials.stream().map(each -> each.trial().fidelity()).distinct().count() == 1;
        long devices = trials.stream()
                .flatMap(each -> each.evaluated().flatMap(Evaluated::latency).stream())
                .map(LatencyReport::device)
                .distinct()
                .count();
        List<Component> caveats = new ArrayList<>();
        if (!alike) {
            caveats.add(
                    new Paragraph(
                            "They were not trained alike: accuracies after trainings of different length or on different images are not to be held against each other."));
        }
        if (devices > 1) {
            caveats.add(new Paragraph(
                    "They were timed on different devices or runtimes: which one is faster is not marked."));
        }
        return caveats;
    }
}
