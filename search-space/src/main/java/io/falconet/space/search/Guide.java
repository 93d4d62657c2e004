package io.falconet.space.search;

import io.falconet.space.outcome.Objective;
import io.falconet.space.outcome.Outcome;
import io.falconet.space.search.strategy.Candidate;
import java.util.List;
import java.util.Optional;

/**
 * Where an outcome lies for the purpose of breeding: a point with one coordinate an objective, all to be minimised. The
 * sequence of a search follows from these points, so they must be the same whenever the search is run again.
 *
 * <p>Accuracy comes out the same each time, a latency never does: in its place stands what was foreseen from the network, so
 * that one seed gives one sequence on any machine, and a search that is resumed goes on as if nothing had happened. An
 * outcome without a measured latency still has no point. Ranking is another matter: fronts and hypervolumes come from what
 * was measured.
 *
 * @param objectives in the order of the coordinates
 */
record Guide(List<Objective> objectives) {
    /** The outcome's point; nothing where it can be nobody's parent. */
    Optional<double[]> point(Candidate candidate, Outcome outcome) {
        Optional<double[]> point = new ObjectiveSpace(objectives).point(outcome);
        point.ifPresent(it -> {
            for (int i = 0; i < it.length; i++) {
                if (!Double.isNaN(candidate.foreseen()[i])) {
                    it[i] = candidate.foreseen()[i];
                }
            }
        });
        return point;
    }
}
