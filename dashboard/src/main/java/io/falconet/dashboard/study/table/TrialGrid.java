package io.falconet.dashboard.study.table;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridSortOrder;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.provider.CallbackDataProvider;
import com.vaadin.flow.data.provider.Query;
import com.vaadin.flow.data.provider.SortDirection;
import io.falconet.dashboard.page.Chip;
import io.falconet.dashboard.page.Decisions;
import io.falconet.dashboard.page.Figures;
import io.falconet.dashboard.page.Places;
import io.falconet.dashboard.page.Term;
import io.falconet.dashboard.study.board.Board;
import io.falconet.dashboard.study.board.Sort;
import io.falconet.results.TrialRecord;
import io.falconet.space.outcome.Evaluated;
import io.falconet.space.outcome.Failed;
import io.falconet.space.outcome.Infeasible;
import io.falconet.space.outcome.Objective;
import io.falconet.space.outcome.Outcome;
import io.falconet.space.outcome.Pruned;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.stream.Stream;

/**
 * The trials of a study, to sort and to open. It holds numbers alone, in their order; what stands in a row is read when the
 * row comes into sight, a page at a time.
 */
public final class TrialGrid extends Grid<TrialRecord> {
    private static final long serialVersionUID = 1;

    private static final int PAGE = 30;

    private final transient Function<List<Integer>, List<TrialRecord>> rows;
    private transient Board board;
    private transient int[] order = new int[0];

    /**
     * An empty grid.
     *
     * @param name the study's name
     * @param scored the scores without training that it optimises
     * @param rows reads trials by their numbers, in that order
     * @param opened called with the number of a trial that was clicked
     * @param sorted called with the order that a reader chose
     */
    public TrialGrid(
            String name,
            List<Objective> scored,
            Function<List<Integer>, List<TrialRecord>> rows,
            IntConsumer opened,
            Consumer<Sort> sorted) {
        this.rows = rows;
        addThemeVariants(GridVariant.LUMO_NO_BORDER, GridVariant.LUMO_ROW_STRIPES, GridVariant.LUMO_COMPACT);
        setPageSize(PAGE);
        setDataProvider(new CallbackDataProvider<>(this::page, query -> order.length, TrialRecord::number));
        addClassName("trials");
        setSelectionMode(SelectionMode.NONE);
        addComponentColumn(trial -> new Anchor(Places.link(name, trial.number()), Integer.toString(trial.number())))
                .setHeader("Trial")
                .setKey(Sort.TRIAL)
                .setWidth("6em")
                .setFlexGrow(0);
        addComponentColumn(this::mark)
                .setHeader(new Term("Front", "On the Pareto front: no other trial beats it in all objectives at once.")
                        .inFocus())
                .setKey(Sort.FRONT)
                .setWidth("5.5em")
                .setFlexGrow(0);
        figure(
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
                "11em");
        figure(Term.parameters(), Objective.PARAMETERS, e -> Figures.count(Objective.PARAMETERS.value(e)), "9em");
        figure(Term.macs(), Objective.MACS, e -> Figures.count(Objective.MACS.value(e)), "7em");
        scored.forEach(score -> figure(Term.score(score), score, e -> Figures.score(score.value(e)), "8em"));
        addColumn(TrialGrid::training)
                .setHeader("Training")
                .setKey(Sort.TRAINING)
                .setWidth("9em")
                .setFlexGrow(0);
        addComponentColumn(trial -> beyond(trial).isPresent()
                        ? Chip.beyond()
                        : Chip.of(trial.state(), board.study().state()))
                .setHeader("Outcome")
                .setKey(Sort.OUTCOME)
                .setWidth("8em")
                .setFlexGrow(0);
        addComponentColumn(this::what)
                .setHeader("Architecture or cause")
                .setWidth("18em")
                .setFlexGrow(1);
        getColumns().stream().filter(column -> column.getKey() != null).forEach(column -> column.setSortable(true)
                .setSortProperty(column.getKey()));
        addItemClickListener(click -> opened.accept(click.getItem().number()));
        addSortListener(event -> {
            if (event.isFromClient()) {
                sorted.accept(event.getSortOrder().stream()
                        .findFirst()
                        .map(order ->
                                new Sort(order.getSorted().getKey(), order.getDirection() == SortDirection.DESCENDING))
                        .orElse(Sort.USUAL));
            }
        });
    }

    /** Shows in its header how the trials are ordered. */
    public void show(Sort sort) {
        Column<TrialRecord> column = getColumnByKey(sort.by());
        if (column != null) {
            sort(List.of(
                    new GridSortOrder<>(column, sort.falling() ? SortDirection.DESCENDING : SortDirection.ASCENDING)));
        }
    }

    /** Shows trials by their numbers, in that order; the place scrolled to stays. */
    public void show(Board from, int[] numbers) {
        board = from;
        order = numbers;
        getDataProvider().refreshAll();
    }

    private Stream<TrialRecord> page(Query<TrialRecord, Void> query) {
        int[] shown = order;
        int from = Math.min(query.getOffset(), shown.length);
        int to = Math.min(from + query.getLimit(), shown.length);
        return rows.apply(Arrays.stream(shown, from, to).boxed().toList()).stream();
    }

    private void figure(Term header, Objective objective, Function<Evaluated, String> text, String width) {
        addColumn(trial -> trial.outcome().orElse(null) instanceof Evaluated e ? text.apply(e) : "")
                .setHeader(header.inFocus()) // a sorter passes over clicks on what has the focus within it
                .setKey(objective.key())
                .setTextAlign(ColumnTextAlign.END)
                .setWidth(width)
                .setFlexGrow(0);
    }

    /** Of a trial that another program ran nobody knows it. */
    private static String training(TrialRecord trial) {
        boolean imported = trial.outcome()
                .filter(outcome -> outcome.provenance().imported())
                .isPresent();
        return imported ? "not told" : trial.fidelity().label();
    }

    /** Which limit an evaluated trial breaks. */
    private Optional<String> beyond(TrialRecord trial) {
        return trial.outcome().orElse(null) instanceof Evaluated found
                ? board.bounds().broken(found)
                : Optional.empty();
    }

    private Component mark(TrialRecord trial) {
        Span mark = new Span(board.onFront(trial.number()) ? "●" : "");
        mark.addClassName("front-mark");
        if (board.onFront(trial.number())) {
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
