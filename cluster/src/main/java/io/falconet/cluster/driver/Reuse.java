package io.falconet.cluster.driver;

/** Which evaluations of the store answer for a trial of the same network, trained alike on the same data. */
public enum Reuse {
    /** Any: nothing is trained twice. */
    OF_ANY_SEED,
    /** Those of the trial's own seed: whoever asks for another seed wants to see what it changes. */
    OF_ITS_SEED
}
