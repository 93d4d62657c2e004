package io.falconet.dashboard.study.chart;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import io.falconet.dashboard.chart.Chart;
import io.falconet.dashboard.chart.Palette;
import io.falconet.dashboard.page.Legend;
import io.falconet.dashboard.page.Legend.Mark;
import io.falconet.dashboard.page.Panel;
import io.falconet.dashboard.page.Term;
import io.falconet.dashboard.study.board.Board;
import io.falconet.dashboard.study.board.Range;
import io.falconet.dashboard.study.board.Screen;
import io.falconet.dashboard.study.board.TrialFilter;
import io.falconet.results.TrialRecord;
import io.falconet.space.outcome.Objective;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntFunction;

/** The front over two objectives that a reader chooses; a rectangle drawn over it chooses trials. */
public final class FrontPanel extends Composite<Panel> {
    private static final long serialVersionUID = 1;

    private final List<Objective> told;
    private final Select<Objective> across = axis("Across");
    private final Select<Objective> up = axis("Up");
    private final Chart scatter;
    private final Legend legend = new Legend();
    private final Paragraph sampled = new Paragraph();
    private final transient Consumer<Screen> changed;
    private transient Optional<Board> board = Optional.empty();
    private transient Screen screen = Screen.USUAL;

    /**
     * An empty one.
     *
     * @param told objectives to choose from
     * @param opened called with the number of a trial that was clicked
     * @param trials reads a trial by its number
     * @param changed called with each choice
     */
    public FrontPanel(
            List<Objective> told,
            Consumer<String> opened,
            IntFunction<Optional<TrialRecord>> trials,
            Consumer<Screen> changed) {
        this.told = List.copyOf(told);
        this.changed = changed;
        across.setItems(told);
        up.setItems(told);
        scatter = new Chart(
                        "Scatter of the study's trials over two objectives; the table below has the same figures, and the same ranges can be chosen there")
                .onPoint(opened)
                .onTip(key -> board.flatMap(
                        known -> trials.apply(Integer.parseInt(key)).map(trial -> TrialTip.of(known, trial))))
                .onArea(this::choose);
        scatter.addClassName("scatter");
        sampled.addClassName("sampled");
    }

    @Override
    protected Panel initContent() {
        return new Panel(Term.front(), legend, scatter, sampled).with(up, new Span("against"), across);
    }

    private Select<Objective> axis(String label) {
        Select<Objective> axis = new Select<>();
        axis.setItemLabelGenerator(Objective::label);
        axis.setAriaLabel(label);
        axis.addThemeName("small");
        axis.addClassName("axis");
        axis.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                changed.accept(screen.with(across.getValue(), up.getValue()));
            }
        });
        return axis;
    }

    private void choose(double left, double right, double bottom, double top) {
        TrialFilter filter = screen.filter()
                .with(across.getValue(), Range.of(left, right))
                .with(up.getValue(), Range.of(bottom, top));
        changed.accept(screen.with(filter));
    }

    /** Shows another moment of the study, or another choice. */
    public void show(Board now, Screen chosen) {
        board = Optional.of(now);
        screen = chosen;
        across.setValue(chosen.across()
                .filter(told::contains)
                .orElse(now.timed() || now.trials().count() == 0 ? Objective.LATENCY : Objective.PARAMETERS));
        up.setValue(chosen.up().filter(told::contains).orElse(Objective.MAP50_95));
        FrontChart chart = new FrontChart(now, across.getValue(), up.getValue(), chosen);
        scatter.show(chart.option());
        sampled.setText(chart.sampled());
        tell(now, chosen);
    }

    private void tell(Board now, Screen chosen) {
        legend.removeAll();
        legend.with(
                        Mark.ROUND,
                        Palette.BLUE,
                        now.front().size() > FrontChart.MOST_LABELS ? "on the front" : "on the front, with its number")
                .with(Mark.ROUND, Palette.MUTED, "dominated")
                .with(Mark.LINE, Palette.BLUE, "best in these two")
                .with(Mark.WHISKER, Palette.MUTED, "95 % interval");
        if (now.bounds().bound(Objective.LATENCY)) {
            legend.with(Mark.ROUND, Palette.VERMILION, "over a limit");
        }
        if (!now.published().isEmpty()) {
            legend.with(Mark.ROUND, Palette.GREEN, "published");
        }
        if (!chosen.filter().all()) {
            legend.with(Mark.ROUND, Palette.ORANGE, "in the table");
        }
        legend.with("Draw a rectangle to choose trials.");
    }
}
