package io.falconet.space.rank;

import io.falconet.space.outcome.Evaluated;
import io.falconet.space.outcome.Fidelity;
import io.falconet.space.outcome.Objective;

/**
 * One training of a network, in whatever study.
 *
 * @param outcome what came of it; its curve may be missing
 */
public record Training(String networkId, Evaluated outcome) {
    /** How much training it was. */
    public Fidelity fidelity() {
        return outcome.provenance().fidelity();
    }

    /** Whether it says anything of an objective. */
    boolean knows(Objective objective) {
        return Double.isFinite(objective.value(outcome));
    }
}
