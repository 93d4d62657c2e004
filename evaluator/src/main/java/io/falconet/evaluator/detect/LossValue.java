package io.falconet.evaluator.detect;

/** The loss of a batch. Each family tells its own parts. */
public interface LossValue {
    /** What is minimised. */
    double total();
}
