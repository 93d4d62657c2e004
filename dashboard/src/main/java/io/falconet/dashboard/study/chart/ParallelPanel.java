package io.falconet.dashboard.study.chart;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import io.falconet.dashboard.chart.Chart;
import io.falconet.dashboard.chart.Palette;
import io.falconet.dashboard.page.Legend;
import io.falconet.dashboard.page.Legend.Mark;
import io.falconet.dashboard.page.Panel;
import io.falconet.dashboard.page.Term;
import io.falconet.dashboard.study.board.Board;
import io.falconet.dashboard.study.board.Screen;
import io.falconet.dashboard.study.board.Varied;
import io.falconet.space.rank.Trust;
import java.util.List;
import java.util.function.Consumer;

/** Trials over parallel axes: decisions that a reader chooses, and the objectives. A part of an axis chooses trials. */
public final class ParallelPanel extends Composite<Panel> {
    private static final long serialVersionUID = 1;

    /** Axes of decisions where nobody has chosen any. */
    private static final int USUAL = 6;

    private static final int AXIS_WIDTH = 92;

    private final Chart chart;
    private final Paragraph sampled = new Paragraph();
    private final MultiSelectComboBox<String> axes = new MultiSelectComboBox<>();
    private final transient Consumer<Screen> changed;
    private transient List<String> offered = List.of();
    private transient List<String> usual = List.of();
    private transient Screen screen = Screen.USUAL;
    private transient ParallelChart shown;

    /**
     * An empty one.
     *
     * @param changed called with each choice
     */
    public ParallelPanel(Consumer<Screen> changed) {
        this.changed = changed;
        chart = new Chart(
                        "Trials as lines over parallel axes of decisions and objectives; the filter of the table below chooses the same")
                .onAxis((axis, low, high) -> {
                    if (shown != null) {
                        changed.accept(screen.with(shown.chosen(screen.filter(), axis, low, high)));
                    }
                });
        chart.addClassName("parallel");
        sampled.addClassName("sampled");
        axes.setPlaceholder("Decisions");
        axes.setAriaLabel("Decisions that have an axis");
        axes.addThemeName("small");
        axes.addClassName("axes");
        axes.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                choose();
            }
        });
    }

    @Override
    protected Panel initContent() {
        Legend legend = new Legend()
                .with(Mark.LINE, Palette.BLUE, "on the front")
                .with(Mark.LINE, Palette.MUTED, "other ranked trials")
                .with("Better is above. Draw along an axis to choose trials, click it to choose all again.");
        Div wide = new Div(chart);
        wide.addClassName("wide");
        return new Panel(
                        new Term(
                                "Decisions and outcomes",
                                "Each line is a trial: what was decided, and what came of it. Lines that run together show which decisions go with which outcome."),
                        legend,
                        wide,
                        sampled)
                .with(axes);
    }

    /** In the order of the architectures' texts, whichever was chosen first. */
    private void choose() {
        changed.accept(
                screen.with(offered.stream().filter(axes.getValue()::contains).toList()));
    }

    /** Shows another moment of the study, or another choice. */
    public void show(Board board, Screen chosen) {
        screen = chosen;
        List<String> now = Varied.all(board);
        if (!now.equals(offered)) {
            offered = now;
            axes.setItems(now);
        }
        if (usual.isEmpty()) {
            usual = Varied.most(board, Trust.accuracy(board.objectives()), USUAL);
        }
        List<String> wanted =
                chosen.axes().orElse(usual).stream().filter(offered::contains).toList();
        axes.setValue(wanted);
        shown = new ParallelChart(board, wanted, chosen.filter());
        chart.getStyle().set("min-width", AXIS_WIDTH * shown.axes() + "px");
        chart.show(shown.option());
        sampled.setText(shown.sampled());
    }
}
