package io.falconet.evaluator.proxy;

import java.util.OptionalDouble;

/** A number that a detector has before it is trained, and by which detectors may be ranked. Thread-safe. */
public interface UntrainedScore {
    /** The name by which files know the score. */
    String key();

    /** The name by which people know it. */
    String label();

    /** The score; higher is meant to be better. Empty where the detector has none. */
    OptionalDouble of(UntrainedDetector untrained);
}
