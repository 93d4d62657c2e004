package io.falconet.results;

import io.falconet.space.outcome.Outcome;
import java.util.Locale;

/** Where a trial is in its life: running, or the kind of its outcome. */
public enum TrialState {
    RUNNING,
    EVALUATED,
    PRUNED,
    INFEASIBLE,
    FAILED;

    /** The state of a trial with that outcome. */
    public static TrialState of(Outcome outcome) {
        return valueOf(outcome.kind().toUpperCase(Locale.ROOT));
    }

    /** Whether the outcome is known. */
    public boolean finished() {
        return this != RUNNING;
    }
}
