package io.falconet.space.search.strategy;

import io.falconet.space.search.surrogate.Belief;
import io.falconet.space.search.surrogate.NormalScores;
import io.falconet.space.search.surrogate.OutcomeModel;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What outcomes told, on the scale of normal scores.
 *
 * @param models by objective; nothing where it is foreseen
 * @param scales by objective
 * @param reference by objective: the worst score that counts
 */
record Insight(List<Optional<OutcomeModel>> models, List<NormalScores> scales, double[] reference) {
    /** What to expect of a candidate, by objective. What is foreseen is sure. */
    Belief[] beliefs(Candidate candidate) {
        return IntStream.range(0, models.size())
                .mapToObj(i -> models.get(i)
                        .map(model -> model.at(candidate.genome().options(), candidate.features()))
                        .orElseGet(
                                () -> new Belief(scales.get(i).score(candidate.foreseen()[i]), 0)))
                .toArray(Belief[]::new);
    }

    /** The scores of a point. */
    double[] scores(double[] point) {
        return IntStream.range(0, point.length)
                .mapToDouble(i -> scales.get(i).score(point[i]))
                .toArray();
    }
}
