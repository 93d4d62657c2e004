package io.falconet.space.search;

import io.falconet.space.block.Detector;
import io.falconet.space.outcome.Objective;
import java.util.Optional;

/**
 * Tells of a detector before it is trained what its network does not tell by itself. A search's sequence follows from what
 * it is told, so that the same detector must be told the same whenever the study is searched, on any machine.
 */
@FunctionalInterface
public interface Foresight {
    /** Knows nothing. */
    Foresight NONE = (objective, detector) -> Optional.empty();

    /** What to expect of a detector in an objective; nothing where that is not foreseen. */
    Optional<Expectation> of(Objective objective, Detector detector);

    /** What this tells, and what another one does where this tells nothing. */
    default Foresight or(Foresight other) {
        return (objective, detector) -> of(objective, detector).or(() -> other.of(objective, detector));
    }

    /**
     * What to expect.
     *
     * @param value most likely, in the objective's unit
     * @param low under which the truth is hardly expected
     * @param high over which it is hardly expected
     */
    record Expectation(double value, double low, double high) {
        /** What is sure. */
        public static Expectation sure(double value) {
            return new Expectation(value, value, value);
        }
    }
}
