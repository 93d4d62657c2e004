package io.falconet.results;

import io.falconet.space.search.FrontRule;
import io.falconet.space.search.pareto.GrowingFront;
import java.util.Optional;

/**
 * The front of a study as of one version of it, by the numbers of its trials.
 *
 * @param rule what may stand on it; nothing where the study's file cannot be read, and then no front is kept
 */
record StudyFront(long version, Optional<FrontRule> rule, GrowingFront<Integer> front) {
    /** The same front, of a version at which it has not changed. */
    StudyFront at(long later) {
        return new StudyFront(later, rule, front);
    }
}
