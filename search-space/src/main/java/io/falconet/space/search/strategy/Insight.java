package io.falconet.space.search.strategy;

import io.falconet.space.search.surrogate.Belief;
import io.falconet.space.search.surrogate.NormalScores;
import io.falconet.space.search.surrogate.OutcomeModel;
import io.falconet.space.search.surrogate.Prospect;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What outcomes told, on the scale of normal scores.
 *
 * @param known those that models are of and that did not fail: all, or the best and some of the others
 * @param models by objective; nothing where it is foreseen
 * @param scales by objective
 * @param reference by objective: the worst score that counts
 */
record Insight(List<Known> known, List<Optional<OutcomeModel>> models, List<NormalScores> scales, double[] reference) {
    /** A candidate, and by objective how a model sees it, where there is one. */
    record Seen(Candidate candidate, List<Optional<Prospect>> prospects) {}

    /** Looks at a candidate. */
    Seen look(Candidate candidate) {
        int[] options = candidate.genome().options();
        return new Seen(
                candidate,
                models.stream()
                        .map(it -> it.map(model -> model.look(options, candidate.features())))
                        .toList());
    }

    /** The scores to expect of a candidate, by objective. */
    double[] expected(Seen seen) {
        return IntStream.range(0, models.size())
                .mapToDouble(i -> models.get(i)
                        .map(model -> model.mean(seen.prospects().get(i).orElseThrow()))
                        .orElseGet(() -> foreseen(seen, i)))
                .toArray();
    }

    /** The same, with how far off they may be. What is foreseen is sure. */
    Belief[] beliefs(Seen seen) {
        return IntStream.range(0, models.size())
                .mapToObj(i -> models.get(i)
                        .map(model -> model.at(seen.prospects().get(i).orElseThrow()))
                        .orElseGet(() -> new Belief(foreseen(seen, i), 0)))
                .toArray(Belief[]::new);
    }

    private double foreseen(Seen seen, int objective) {
        return scales.get(objective).score(seen.candidate().foreseen()[objective]);
    }

    /** The scores of a point. */
    double[] scores(double[] point) {
        return IntStream.range(0, point.length)
                .mapToDouble(i -> scales.get(i).score(point[i]))
                .toArray();
    }

    /** The scores of those known. */
    List<double[]> knownScores() {
        return known.stream().map(it -> scores(it.point().orElseThrow())).toList();
    }

    /** To improve on those scores: on the best of one objective, on the front of several. */
    Goal improvement(List<double[]> scores) {
        return reference.length == 1
                ? new Best(scores.stream().mapToDouble(it -> it[0]).min().orElseThrow())
                : Growth.of(counting(scores), reference);
    }

    /** Of those scores the ones that count; all where none does. */
    List<double[]> counting(List<double[]> scores) {
        List<double[]> usual = scores.stream()
                .filter(it -> IntStream.range(0, it.length).allMatch(i -> it[i] <= reference[i]))
                .toList();
        return usual.isEmpty() ? scores : usual;
    }
}
