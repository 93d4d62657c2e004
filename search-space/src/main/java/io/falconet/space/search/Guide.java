package io.falconet.space.search;

import io.falconet.space.outcome.Objective;
import io.falconet.space.outcome.Outcome;
import io.falconet.space.space.Architecture;
import java.util.List;
import java.util.Optional;

/**
 * Where an outcome lies for the purpose of breeding: a point with one coordinate an objective, all to be minimised. The
 * sequence of a search follows from these points, so they must be the same whenever the search is run again.
 *
 * <p>Ranking is another matter: fronts and hypervolumes come from what was measured.
 */
@FunctionalInterface
public interface Guide {
    /** The outcome's point; nothing where it can be nobody's parent. */
    Optional<double[]> point(Architecture architecture, Outcome outcome);

    /** As told by the outcomes: for outcomes that are the same each time, such as those of a table. */
    static Guide told(List<Objective> objectives) {
        ObjectiveSpace space = new ObjectiveSpace(objectives);
        return (architecture, outcome) -> space.point(outcome);
    }
}
