package io.falconet.dashboard.study;

import io.falconet.results.TrialRecord;
import io.falconet.space.outcome.Bounds;
import io.falconet.space.outcome.Evaluated;
import io.falconet.space.outcome.Objective;
import java.util.List;

/** A trial whose outcome has figures. */
record Scored(TrialRecord trial, Evaluated outcome) {

    double value(Objective objective) {
        return objective.value(outcome);
    }

    /** Whether the trial knows all of the objectives. */
    boolean knows(List<Objective> objectives) {
        return objectives.stream().noneMatch(objective -> Double.isNaN(value(objective)));
    }

    /** Whether what was found breaks no limit. */
    boolean within(Bounds bounds) {
        return bounds.broken(outcome).isEmpty();
    }

    /** The objectives as coordinates of which less is better. */
    double[] minimised(List<Objective> objectives) {
        return objectives.stream()
                .mapToDouble(objective -> switch (objective.direction()) {
                    case MINIMIZE -> value(objective);
                    case MAXIMIZE -> -value(objective);
                })
                .toArray();
    }
}
