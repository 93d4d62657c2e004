package io.falconet.dashboard.compare;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import io.falconet.dashboard.compare.NetworkDifference.Mark;
import io.falconet.dashboard.compare.NetworkDifference.Row;
import io.falconet.dashboard.compare.NetworkDifference.Stage;
import io.falconet.dashboard.page.Figures;
import io.falconet.dashboard.page.Legend;
import io.falconet.dashboard.page.Panel;
import io.falconet.dashboard.page.Term;
import io.falconet.dashboard.trial.Outline.Part;
import io.falconet.space.graph.NetworkText;
import java.util.ArrayList;
import java.util.List;

/** The networks of trials as one list of stages and blocks, with what differs from the first of them marked. */
final class DifferencePanel extends Div {
    private static final long serialVersionUID = 1;

    private final String study;
    private final transient List<Compared> trials;
    private final transient NetworkDifference difference;
    private final Div list = new Div();

    /** Of trials all of which have a network. */
    DifferencePanel(String study, List<Compared> trials) {
        this.study = study;
        this.trials = trials;
        this.difference = NetworkDifference.of(
                trials.stream().map(each -> each.network().orElseThrow()).toList());
        Checkbox all = new Checkbox("what is the same too");
        all.addValueChangeListener(changed -> show(changed.getValue()));
        Legend legend = new Legend()
                .with("against %s:".formatted(trials.get(0).name()))
                .with("≠ other layers or channels")
                .with("+ only here")
                .with("− not here")
                .with("= the same");
        add(new Panel(
                        new Term(
                                "Networks",
                                "Stages and their blocks, matched by their names. The size of the images does not count as a difference: it changes the size of everything."),
                        new Paragraph(verdict()),
                        legend,
                        list)
                .with(all));
        show(false);
    }

    private String verdict() {
        long different = difference.different();
        return different == 0
                ? "They are the same, but for the size of images perhaps."
                : "%d of %d stages differ."
                        .formatted(different, difference.stages().size());
    }

    private void show(boolean all) {
        SideBySide table = new SideBySide(study, trials, "Stages and blocks of the networks");
        for (Stage stage : difference.stages()) {
            if (all || !stage.whole().same()) {
                table.row(new Span(stage.whole().scope()), cells(stage.whole()), "stage");
                stage.blocks().stream()
                        .filter(block -> all || !block.same())
                        .forEach(block -> table.row(name(block, stage), cells(block), "of-stage"));
            }
        }
        list.removeAll();
        if (all || difference.different() > 0) {
            list.add(table);
        }
    }

    private static Span name(Row block, Stage stage) {
        return new Span(block.scope().substring(stage.whole().scope().length()));
    }

    private static List<Component> cells(Row row) {
        List<Component> cells = new ArrayList<>();
        for (int network = 0; network < row.parts().size(); network++) {
            Mark mark = row.mark(network);
            Span sign = new Span(network == 0 ? "" : mark.sign());
            sign.addClassName("sign");
            sign.setTitle(title(mark));
            Span cell = new Span(
                    sign,
                    new Span(
                            row.parts().get(network).map(DifferencePanel::words).orElse(Figures.NONE)));
            boolean alike = network == 0 || mark == Mark.SAME || mark == Mark.ABSENT;
            cell.addClassName(alike ? "alike" : "differs");
            cells.add(cell);
        }
        return cells;
    }

    private static String title(Mark mark) {
        return switch (mark) {
            case SAME -> "the same";
            case CHANGED -> "other layers or channels";
            case ADDED -> "only here";
            case MISSING -> "not here";
            case ABSENT -> "in another trial alone";
        };
    }

    private static String words(Part part) {
        String what =
                part.single() ? NetworkText.words(part.last()) : part.nodes().size() + " layers";
        return what + " → " + part.last().shape().toString().replace('x', '×')
                + (part.macs() > 0 ? ", " + Figures.count(part.macs()) + " MACs" : "");
    }
}
