package io.falconet.dashboard.study.chart;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import io.falconet.dashboard.chart.Chart;
import io.falconet.dashboard.page.Panel;
import io.falconet.dashboard.page.Term;
import io.falconet.dashboard.study.board.Board;
import io.falconet.space.outcome.Objective;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** What the search had reached over time: its hypervolume, or the best of an objective so far. */
public final class GrowthPanel extends Composite<Panel> {
    private static final long serialVersionUID = 1;

    private static final String HYPERVOLUME = "Hypervolume";

    private final Select<String> of = new Select<>();
    private final Chart growth;
    private final Paragraph sampled = new Paragraph();
    private transient Optional<Board> board = Optional.empty();

    /**
     * An empty one.
     *
     * @param objectives whose best can be chosen
     * @param opened called with the number of a trial that was clicked
     */
    public GrowthPanel(List<Objective> objectives, Consumer<String> opened) {
        growth = new Chart("What the search had reached over time").onPoint(opened);
        sampled.addClassName("sampled");
        of.setItems(Stream.concat(Stream.of(HYPERVOLUME), objectives.stream().map(GrowthPanel::best))
                .toList());
        of.setValue(HYPERVOLUME);
        of.setAriaLabel("What is shown over time");
        of.addThemeName("small");
        of.addClassName("axis");
        of.addValueChangeListener(changed -> board.ifPresent(this::show));
    }

    @Override
    protected Panel initContent() {
        return new Panel(Term.hypervolume(), growth, sampled).with(of);
    }

    private static String best(Objective objective) {
        return "Best " + objective.label();
    }

    /** Shows another moment of the study. */
    public void show(Board now) {
        board = Optional.of(now);
        Optional<Objective> objective = now.told().stream()
                .filter(each -> best(each).equals(of.getValue()))
                .findFirst();
        GrowthChart chart = new GrowthChart(now, objective);
        growth.show(chart.option());
        sampled.setText(chart.sampled());
    }
}
