package io.falconet.space.search.strategy;

import io.falconet.space.search.surrogate.Acquaintance;
import io.falconet.space.search.surrogate.Belief;
import io.falconet.space.search.surrogate.NormalScores;
import io.falconet.space.search.surrogate.OutcomeModel;
import io.falconet.space.search.surrogate.Resemblance;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What outcomes told, on the scale of normal scores.
 *
 * @param known those that models are of and that did not fail: all, or the best and some of the others
 * @param acquaintance how others are like those that models are of
 * @param models by objective; nothing where it is foreseen
 * @param scales by objective
 * @param reference by objective: the worst score that counts
 */
record Insight(
        List<Known> known,
        Acquaintance acquaintance,
        List<Optional<OutcomeModel>> models,
        List<NormalScores> scales,
        double[] reference) {
    /** A candidate, and how it is like those known. */
    record Seen(Candidate candidate, Resemblance resemblance) {}

    /** Looks at a candidate. */
    Seen look(Candidate candidate) {
        return new Seen(candidate, acquaintance.resemblance(candidate.genome().options(), candidate.features()));
    }

    /** The scores to expect of a candidate, by objective. */
    double[] expected(Seen seen) {
        return IntStream.range(0, models.size())
                .mapToDouble(i -> models.get(i)
                        .map(model -> model.mean(seen.resemblance()))
                        .orElseGet(() -> foreseen(seen, i)))
                .toArray();
    }

    /** The same, with how far off they may be. What is foreseen is sure. */
    Belief[] beliefs(Seen seen) {
        return IntStream.range(0, models.size())
                .mapToObj(i -> models.get(i)
                        .map(model -> model.at(seen.resemblance()))
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
}
