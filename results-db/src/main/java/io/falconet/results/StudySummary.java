package io.falconet.results;

import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * A study and what its trials have come to, for lists. Each best value is the best of all evaluated trials by itself; no
 * one trial need have them all.
 *
 * @param trials how many are in which state; a state that none is in is absent
 * @param reused trials whose outcome was taken from another trial
 * @param bestMap50To95 the highest, 0 to 1
 * @param bestMap50 the highest, 0 to 1
 * @param leastLatency the lowest median
 * @param leastParameters the lowest count of executed parameters
 */
public record StudySummary(
        StudyRecord study,
        Map<TrialState, Integer> trials,
        int reused,
        OptionalDouble bestMap50To95,
        OptionalDouble bestMap50,
        Optional<Duration> leastLatency,
        OptionalLong leastParameters) {
    public StudySummary {
        EnumMap<TrialState, Integer> ordered = new EnumMap<>(TrialState.class);
        ordered.putAll(trials);
        trials = Collections.unmodifiableMap(ordered);
    }

    /** How many trials are in a state. */
    public int count(TrialState state) {
        return trials.getOrDefault(state, 0);
    }
}
