package io.falconet.dashboard.compare;

import io.falconet.dashboard.page.Figures;
import io.falconet.space.outcome.Accuracy;
import io.falconet.space.outcome.Evaluated;
import io.falconet.space.outcome.LatencyReport;
import io.falconet.space.outcome.Objective;
import io.falconet.space.outcome.Objective.Direction;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.DoubleFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * One figure of all trials that are compared.
 *
 * @param name what it is
 * @param cells by trial
 */
record FigureRow(String name, List<Cell> cells) {
    /** How good a value is among those beside it. */
    enum Standing {
        /** Better than all others. */
        BEST,
        /** As good as the best, as far as anybody can tell. */
        TIED,
        /** Not as good, or nothing to be held against it. */
        NONE
    }

    /** A value as text, and how good it is. */
    record Cell(String text, Standing standing) {}

    /** All figures that any of them has. */
    static List<FigureRow> of(List<Compared> trials) {
        List<FigureRow> rows = new ArrayList<>();
        rows.add(precision("mAP50-95", trials, Accuracy::map50To95));
        rows.add(precision("mAP50", trials, Accuracy::map50));
        rows.add(precision("mAP75", trials, Accuracy::map75));
        rows.add(precision("mAP small objects", trials, Accuracy::mapSmall));
        rows.add(precision("mAP medium objects", trials, Accuracy::mapMedium));
        rows.add(precision("mAP large objects", trials, Accuracy::mapLarge));
        rows.add(latency(trials));
        for (Objective cost : List.of(Objective.PARAMETERS, Objective.MACS)) {
            rows.add(row(cost.label(), trials, each -> cost.value(each), cost.direction(), Figures::count));
        }
        Set<Objective> scores = new LinkedHashSet<>();
        trials.forEach(each ->
                each.evaluated().ifPresent(found -> scores.addAll(found.scores().keySet())));
        for (Objective score : scores) {
            rows.add(row(score.label(), trials, score::value, score.direction(), Figures::score));
        }
        return rows.stream().filter(FigureRow::told).toList();
    }

    private boolean told() {
        return cells.stream().anyMatch(cell -> !cell.text().equals(Figures.NONE));
    }

    private static FigureRow precision(String name, List<Compared> trials, ToDoubleFunction<Accuracy> figure) {
        return row(name, trials, each -> figure.applyAsDouble(each.accuracy()), Direction.MAXIMIZE, Figures::precision);
    }

    /** What reads the same is as good: more digits than are shown nobody believes. */
    private static FigureRow row(
            String name,
            List<Compared> trials,
            ToDoubleFunction<Evaluated> figure,
            Direction direction,
            DoubleFunction<String> text) {
        List<Double> values = trials.stream()
                .map(each -> each.evaluated().map(figure::applyAsDouble).orElse(Double.NaN))
                .toList();
        Stream<Double> known = values.stream().filter(value -> !Double.isNaN(value));
        Optional<Double> best =
                direction == Direction.MAXIMIZE ? known.max(Double::compare) : known.min(Double::compare);
        List<String> texts = values.stream().map(text::apply).toList();
        List<Boolean> asGood = texts.stream()
                .map(each -> best.map(text::apply).filter(each::equals).isPresent())
                .toList();
        return new FigureRow(
                name,
                cells(
                        texts,
                        asGood,
                        values.stream().filter(value -> !value.isNaN()).count()));
    }

    /** Those whose intervals overlap with that of the fastest are as fast; on different devices nothing can be told. */
    private static FigureRow latency(List<Compared> trials) {
        List<Optional<LatencyReport>> reports = trials.stream()
                .map(each -> each.evaluated().flatMap(Evaluated::latency))
                .toList();
        List<LatencyReport> known = reports.stream().flatMap(Optional::stream).toList();
        boolean alike = known.stream().map(LatencyReport::device).distinct().count() == 1;
        Optional<LatencyReport> fastest =
                known.stream().filter(each -> alike).min((a, b) -> Long.compare(a.medianNanos(), b.medianNanos()));
        List<String> texts = reports.stream()
                .map(report -> report.map(Figures::latency).orElse(Figures.NONE))
                .toList();
        List<Boolean> asGood = reports.stream()
                .map(report -> report.isPresent()
                        && fastest.filter(best -> best.ties(report.get())).isPresent())
                .toList();
        return new FigureRow("latency", cells(texts, asGood, known.size()));
    }

    private static List<Cell> cells(List<String> texts, List<Boolean> asGood, long known) {
        long best = asGood.stream().filter(Boolean::booleanValue).count();
        Standing standing = best == 1 ? Standing.BEST : Standing.TIED;
        List<Cell> cells = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            cells.add(new Cell(texts.get(i), known > 1 && asGood.get(i) ? standing : Standing.NONE));
        }
        return cells;
    }
}
