package io.falconet.dashboard.study.importance;

import io.falconet.dashboard.study.board.Board;
import io.falconet.dashboard.study.board.Sample;
import io.falconet.results.columns.Decision;
import io.falconet.results.columns.TrialColumns;
import io.falconet.space.importance.Importance;
import io.falconet.space.importance.Observations;
import io.falconet.space.outcome.Objective;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * How much each decision matters to an objective, as a study's trials tell.
 *
 * @param objective to what
 * @param finished how many of the study had an outcome then
 * @param trials how many of them there are to learn from
 * @param rows the most important first; empty where the trials are too few
 * @param from trials of which it was learned: a sample where there are many
 * @param fit how well what was learned foretells others, by {@link Importance}
 */
record Learned(Objective objective, int finished, int trials, List<Row> rows, int from, double fit) {
    /** Trials that are learned from at most. */
    static final int MOST = 5000;

    private static final int SEED = 20140621;

    Learned {
        rows = List.copyOf(rows);
    }

    /** A decision and what it does. */
    record Row(String decision, int options, Importance.Effect effect) {}

    /** Learns from those that were trained in full and know the objective, limits or not. */
    static Learned of(Board board, Objective objective) {
        TrialColumns trials = board.trials();
        List<Decision> decisions = trials.decisions();
        int[] places = IntStream.range(0, decisions.size())
                .filter(place -> !decisions.get(place).open()
                        && decisions.get(place).options().size() > 1)
                .toArray();
        int[] known = board.numbers()
                .filter(number -> board.evaluated(number)
                        && board.inFull(number)
                        && Double.isFinite(trials.value(objective, number))
                        && Arrays.stream(places).allMatch(place -> trials.option(place, number) >= 0))
                .toArray();
        if (known.length < Importance.FEWEST || places.length == 0) {
            return new Learned(objective, trials.finished(), known.length, List.of(), 0, Double.NaN);
        }
        int[] sample = Sample.of(known, MOST);
        Importance importance = Importance.of(observations(trials, objective, places, sample), SEED);
        List<Row> rows = IntStream.range(0, places.length)
                .mapToObj(i -> new Row(
                        decisions.get(places[i]).name(),
                        decisions.get(places[i]).options().size(),
                        importance.effects().get(i)))
                .sorted(Comparator.comparingDouble((Row row) -> -row.effect().total()))
                .toList();
        return new Learned(objective, trials.finished(), known.length, rows, sample.length, importance.fit());
    }

    private static Observations observations(TrialColumns trials, Objective objective, int[] places, int[] numbers) {
        return new Observations(
                Arrays.stream(places)
                        .map(place -> trials.decisions().get(place).options().size())
                        .toArray(),
                Arrays.stream(numbers)
                        .mapToObj(number -> Arrays.stream(places)
                                .map(place -> trials.option(place, number))
                                .toArray())
                        .toArray(int[][]::new),
                Arrays.stream(numbers)
                        .mapToDouble(number -> trials.value(objective, number))
                        .toArray());
    }

    /** How far it is to be believed, for people; nothing where it is. */
    Optional<String> doubt() {
        if (rows.isEmpty()) {
            return Optional.of("Too few trials to tell: %d with a figure were trained in full, at least %d are needed."
                    .formatted(trials, Importance.FEWEST));
        }
        return fit < 0.3 || Double.isNaN(fit)
                ? Optional.of(
                        "Of little worth: what was learned foretells hardly anything of trials that it did not see. More trials may help.")
                : Optional.empty();
    }
}
