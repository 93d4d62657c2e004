package io.falconet.dashboard.study;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridSortOrder;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.provider.ListDataProvider;
import io.falconet.dashboard.page.Chip;
import io.falconet.dashboard.page.Decisions;
import io.falconet.dashboard.page.Figures;
import io.falconet.dashboard.page.Places;
import io.falconet.dashboard.page.Term;
import io.falconet.results.StudyState;
import io.falconet.results.TrialRecord;
import io.falconet.space.outcome.Bounds;
import io.falconet.space.outcome.Evaluated;
import io.falconet.space.outcome.Failed;
import io.falconet.space.outcome.Fidelity;
import io.falconet.space.outcome.Infeasible;
import io.falconet.space.outcome.Objective;
import io.falconet.space.outcome.Outcome;
import io.falconet.space.outcome.Pruned;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntConsumer;

/** All trials of a study, to sort and to open. */
final class TrialGrid extends Grid<TrialRecord> {
    private static final long serialVersionUID = 1;

    private final transient List<TrialRecord> rows = new ArrayList<>();
    private transient Set<Integer> front = Set.of();
    private transient Bounds bounds = Bounds.NONE;
    private StudyState study = StudyState.QUEUED;

    /**
     * An empty grid.
     *
     * @param name the study's name
     * @param scored the scores without training that it optimises
     * @param opened called with the number of a trial that was clicked
     */
    TrialGrid(String name, List<Objective> scored, IntConsumer opened) {
        addThemeVariants(GridVariant.LUMO_NO_BORDER, GridVariant.LUMO_ROW_STRIPES, GridVariant.LUMO_COMPACT);
        setDataProvider(new ListDataProvider<>(rows) {
            private static final long serialVersionUID = 1;

            @Override
            public Object getId(TrialRecord trial) {
                return trial.number();
            }
        });
        addClassName("trials");
        setSelectionMode(SelectionMode.NONE);
        addComponentColumn(trial -> new Anchor(Places.link(name, trial.number()), Integer.toString(trial.number())))
                .setHeader("Trial")
                .setComparator(TrialRecord::number)
                .setSortable(true)
                .setWidth("5.5em")
                .setFlexGrow(0);
        addComponentColumn(this::mark)
                .setHeader(new Term("Front", "On the Pareto front: no other trial beats it in all objectives at once."))
                .setComparator(Comparator.comparingInt(this::rank))
                .setSortable(true)
                .setWidth("5.5em")
                .setFlexGrow(0);
        Column<TrialRecord> best = figure(
                Term.map50To95(),
                Objective.MAP50_95,
                e -> Figures.precision(e.accuracy().map50To95()),
                "8em");
        figure(
                Term.map50(),
                Objective.MAP50,
                e -> Figures.precision(e.accuracy().map50()),
                "7em");
        figure(
                Term.latency(),
                Objective.LATENCY,
                e -> e.latency().map(Figures::latency).orElse(Figures.NONE),
                "10em");
        figure(Term.parameters(), Objective.PARAMETERS, e -> Figures.count(Objective.PARAMETERS.value(e)), "9em");
        figure(Term.macs(), Objective.MACS, e -> Figures.count(Objective.MACS.value(e)), "7em");
        scored.forEach(score -> figure(Term.score(score), score, e -> Figures.score(score.value(e)), "8em"));
        addColumn(TrialGrid::training)
                .setHeader("Training")
                .setComparator(Comparator.comparingDouble(trial -> effort(trial.fidelity())))
                .setSortable(true)
                .setWidth("9em")
                .setFlexGrow(0);
        addComponentColumn(trial -> beyond(trial).isPresent() ? Chip.beyond() : Chip.of(trial.state(), study))
                .setHeader("Outcome")
                .setComparator(TrialRecord::state)
                .setSortable(true)
                .setWidth("8em")
                .setFlexGrow(0);
        addComponentColumn(this::what)
                .setHeader("Architecture or cause")
                .setWidth("18em")
                .setFlexGrow(1);
        addItemClickListener(click -> opened.accept(click.getItem().number()));
        sort(GridSortOrder.desc(best).build());
    }

    /** Shows other trials; the order and the place scrolled to stay. */
    void show(Board board) {
        front = board.frontNumbers();
        bounds = board.bounds();
        study = board.study().state();
        rows.clear();
        rows.addAll(board.trials());
        getDataProvider().refreshAll();
    }

    private Column<TrialRecord> figure(
            Term header, Objective objective, Function<Evaluated, String> text, String width) {
        return addColumn(trial -> trial.outcome().orElse(null) instanceof Evaluated e ? text.apply(e) : "")
                .setHeader(header)
                .setComparator(Comparator.comparingDouble(trial -> sortValue(trial, objective)))
                .setSortable(true)
                .setTextAlign(ColumnTextAlign.END)
                .setWidth(width)
                .setFlexGrow(0);
    }

    /** Trials without figures rank worst. */
    private static double sortValue(TrialRecord trial, Objective objective) {
        double worst =
                switch (objective.direction()) {
                    case MAXIMIZE -> Double.NEGATIVE_INFINITY;
                    case MINIMIZE -> Double.POSITIVE_INFINITY;
                };
        if (trial.outcome().orElse(null) instanceof Evaluated evaluated) {
            double value = objective.value(evaluated);
            return Double.isNaN(value) ? worst : value;
        }
        return worst;
    }

    /** Of a trial that another program ran nobody knows it. */
    private static String training(TrialRecord trial) {
        boolean imported = trial.outcome()
                .filter(outcome -> outcome.provenance().imported())
                .isPresent();
        return imported ? "not told" : trial.fidelity().label();
    }

    /** How long a training takes, next to others of its study. */
    private static double effort(Fidelity fidelity) {
        double images = fidelity.images() == 0 ? Integer.MAX_VALUE : fidelity.images();
        return fidelity.epochs() * images * fidelity.pixels() * fidelity.pixels();
    }

    /** The front before those within the limits, these before those beyond, and those without figures last. */
    private int rank(TrialRecord trial) {
        boolean evaluated = trial.outcome().orElse(null) instanceof Evaluated;
        return front.contains(trial.number())
                ? 0
                : !evaluated ? 3 : beyond(trial).isEmpty() ? 1 : 2;
    }

    /** Which limit an evaluated trial breaks. */
    private Optional<String> beyond(TrialRecord trial) {
        return trial.outcome().orElse(null) instanceof Evaluated found ? bounds.broken(found) : Optional.empty();
    }

    private Component mark(TrialRecord trial) {
        Span mark = new Span(front.contains(trial.number()) ? "●" : "");
        mark.addClassName("front-mark");
        if (front.contains(trial.number())) {
            mark.getElement().setAttribute("aria-label", "on the front");
        }
        return mark;
    }

    private Component what(TrialRecord trial) {
        String cause =
                beyond(trial).or(() -> trial.outcome().map(TrialGrid::cause)).orElse("");
        String source = trial.promoted().map(lower -> "after " + lower + " · ").orElse("")
                + trial.reusedFrom()
                        .map(reused -> "known from " + reused.text() + " · ")
                        .orElse("");
        String text = source + (cause.isEmpty() ? Decisions.line(trial.architecture()) : cause);
        Div what = new Div(text);
        what.addClassName(cause.isEmpty() ? "architecture" : "cause");
        what.setTitle(cause.isEmpty() ? trial.architecture() : cause + "\n" + trial.architecture());
        return what;
    }

    private static String cause(Outcome outcome) {
        if (outcome instanceof Failed failed) {
            return failed.cause();
        }
        if (outcome instanceof Infeasible infeasible) {
            return infeasible.reason();
        }
        return outcome instanceof Pruned pruned ? pruned.reason() : "";
    }
}
