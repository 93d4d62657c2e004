package io.falconet.space.search.strategy;

import io.falconet.space.search.surrogate.Belief;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The most promising candidates of a small space, all of which is looked at now and then: as often as there is a fifth more of
 * outcomes, so that they follow from the first outcomes alone. Offspring miss what is unlike all that is good. It serves one rung of
 * one lineage.
 */
final class Survey {
    /** A space of more combinations is not small. */
    private static final int SMALL = 20_000;
    /** How many outcomes the first survey takes; before that, offspring find as much. */
    private static final int FIRST = 200;

    private static final double GROWTH = 1.2;
    /** Of how many it is worth asking how sure the model is of them. */
    private static final int LOOKED_AT = 4_000;

    private static final int KEPT = 2_000;
    /** How much better than expected, as a score, a candidate may be by a first guess. */
    private static final double SHIFT = 0.7;
    /** How many deviations better than expected it may be. */
    private static final double OPTIMISM = 3;

    private final List<Genome> space;
    private final Candidates candidates;
    private int surveyedBy;
    private List<Candidate> kept = List.of();

    Survey(Candidates candidates) {
        this.candidates = candidates;
        long size = candidates.choices().stream()
                .mapToLong(choice -> choice.options().size())
                .reduce(1, (a, b) -> Math.min(SMALL + 1, a * b));
        this.space = size > SMALL
                ? List.of()
                : IntStream.range(0, (int) size)
                        .mapToObj(place -> Genome.at(place, candidates.choices()))
                        .toList();
    }

    /** Those of which the first outcomes promise most; none of a large space, and none where models are not of all outcomes. */
    List<Candidate> promising(Moment moment, Learning learning) {
        int outcomes = moment.known().size();
        if (space.isEmpty() || outcomes < FIRST || outcomes > Learning.FEW_ENOUGH) {
            return List.of();
        }
        int surveyed = FIRST;
        for (int next = surveyed; next <= outcomes; next = (int) Math.ceil(next * GROWTH)) {
            surveyed = next;
        }
        if (surveyed != surveyedBy) {
            kept = promising(learning.insightOfFirst(moment, surveyed));
            surveyedBy = surveyed;
        }
        return kept;
    }

    private List<Candidate> promising(Insight insight) {
        if (insight.known().isEmpty()) {
            return List.of();
        }
        record Ranked(Candidate candidate, double cost) {}
        Goal goal = insight.improvement(insight.knownScores());
        return space.stream()
                .map(candidates::of)
                .filter(it -> it.objection().isEmpty())
                .map(it -> new Ranked(it, goal.cost(shifted(insight.expected(insight.look(it))))))
                .sorted(Comparator.comparingDouble(Ranked::cost))
                .limit(LOOKED_AT)
                .map(Ranked::candidate)
                .map(it -> new Ranked(it, goal.cost(Belief.optimistic(insight.beliefs(insight.look(it)), OPTIMISM))))
                .sorted(Comparator.comparingDouble(Ranked::cost))
                .limit(KEPT)
                .map(Ranked::candidate)
                .toList();
    }

    private static double[] shifted(double[] scores) {
        return IntStream.range(0, scores.length)
                .mapToDouble(i -> scores[i] - SHIFT)
                .toArray();
    }
}
