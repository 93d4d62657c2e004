package io.falconet.results.imports;

import io.falconet.space.outcome.Objective;
import io.falconet.space.outcome.Objective.Direction;
import io.falconet.space.outcome.Objective.Origin;
import io.falconet.space.problem.Spelling;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which columns of a file are which figures, and which of these are the study's objectives.
 *
 * @param objectives the first one ranks first
 * @param columns all figures that the file tells, those of the objectives first
 */
record FigureColumns(List<Objective> objectives, List<FigureColumn> columns) {
    private static final int MOST_OBJECTIVES = 4;
    /** Column names that people read before they stop. */
    private static final int NAMED = 40;

    FigureColumns {
        objectives = List.copyOf(objectives);
        columns = List.copyOf(columns);
    }

    /** As somebody typed them, and those known by their names besides. Without objectives where something is wrong. */
    static FigureColumns of(Source source, Map<String, String> typed, Faults faults) {
        List<FigureColumn> known = named(source);
        List<FigureColumn> objectives = typed.isEmpty() ? usual(source, known) : typed(source, typed, faults);
        if (objectives.isEmpty() && typed.isEmpty()) {
            faults.add(
                    "A column was expected for an objective, found none that is called like one; objectives are %s, columns %s."
                            .formatted(Objective.keys(), names(source)),
                    "Maybe --objective map50-95=%s."
                            .formatted(source.optimised().stream().findFirst().orElse("COLUMN")));
        }
        if (objectives.size() > MOST_OBJECTIVES) {
            faults.add(
                    "At most %d objectives were expected, found %d.".formatted(MOST_OBJECTIVES, objectives.size()),
                    "Maybe name the most important ones: --objective map50-95=COLUMN --objective latency=COLUMN.");
        }
        objectives.forEach(column -> direction(source, column, faults));
        Set<Figure> taken =
                objectives.stream().map(FigureColumn::figure).collect(Collectors.toCollection(HashSet::new));
        return new FigureColumns(
                objectives.stream()
                        .map(column -> column.figure().objective().orElseThrow())
                        .toList(),
                Stream.concat(objectives.stream(), known.stream().filter(column -> taken.add(column.figure())))
                        .toList());
    }

    private static List<FigureColumn> typed(Source source, Map<String, String> typed, Faults faults) {
        List<FigureColumn> columns = new ArrayList<>();
        typed.forEach((key, text) -> {
            Optional<Objective> objective = Objective.of(key);
            if (objective.isEmpty()) {
                List<String> keys = List.of(Objective.keys().split(", "));
                faults.add(
                        "An objective was expected, one of %s, found \"%s\".".formatted(Objective.keys(), key),
                        Spelling.maybe(key, keys));
                return;
            }
            Optional<FigureColumn> column = FigureColumn.typed(Figure.of(objective.get()), text, source.columns());
            column.ifPresentOrElse(
                    columns::add,
                    () -> faults.add(
                            "A column was expected for %s, or one times or by a number, found \"%s\"; there are %s."
                                    .formatted(key, text, names(source)),
                            Spelling.maybe(FigureColumn.name(text), source.columns())));
        });
        return columns;
    }

    /** What is called as Falconet calls it, each figure once, in Falconet's order. */
    private static List<FigureColumn> named(Source source) {
        Set<Figure> seen = new HashSet<>();
        return source.columns().stream()
                .filter(column -> !source.empty(column))
                .flatMap(column ->
                        Figure.of(source.name(column)).map(figure -> new FigureColumn(figure, column)).stream())
                .filter(column -> seen.add(column.figure()))
                .sorted(Comparator.comparing(FigureColumn::figure))
                .toList();
    }

    /**
     * Where nobody says, what the other program optimised; where that is not told either, one accuracy, the latency, and
     * one size, or the scores where there is nothing else.
     */
    private static List<FigureColumn> usual(Source source, List<FigureColumn> named) {
        List<FigureColumn> possible = named.stream()
                .filter(column -> column.figure().objective().isPresent())
                .toList();
        if (!source.optimised().isEmpty()) {
            return possible.stream()
                    .filter(column -> source.optimised().contains(column.column()))
                    .toList();
        }
        List<FigureColumn> usual = new ArrayList<>();
        for (Origin origin : List.of(Origin.TRAINING, Origin.DEVICE, Origin.NETWORK)) {
            possible.stream()
                    .filter(column -> column.figure().objective().orElseThrow().origin() == origin)
                    .findFirst()
                    .ifPresent(usual::add);
        }
        return usual.isEmpty() ? possible : usual;
    }

    private static void direction(Source source, FigureColumn column, Faults faults) {
        Objective objective = column.figure().objective().orElseThrow();
        Optional<Direction> found = source.direction(column.column());
        if (found.isPresent() && (found.get() == objective.direction()) == column.turned()) {
            faults.add(
                    "%s is %s, found that %s was %s there."
                            .formatted(
                                    objective.key(), word(objective.direction()), column.column(), word(found.get())),
                    "Maybe another column is meant; or its sign is turned, --objective %s=%s*-1."
                            .formatted(objective.key(), column.column()));
        }
    }

    private static String word(Direction direction) {
        return switch (direction) {
            case MAXIMIZE -> "maximised";
            case MINIMIZE -> "minimised";
        };
    }

    private static String names(Source source) {
        List<String> columns = source.columns();
        return columns.isEmpty()
                ? "none"
                : columns.stream().limit(NAMED).collect(Collectors.joining(", "))
                        + (columns.size() > NAMED ? " and %d more".formatted(columns.size() - NAMED) : "");
    }
}
