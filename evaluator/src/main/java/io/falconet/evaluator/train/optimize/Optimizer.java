package io.falconet.evaluator.train.optimize;

/**
 * Moves a network's values against their gradients. Norms and biases are never decayed. Not thread-safe: one a training.
 */
public interface Optimizer {
    /**
     * One step.
     *
     * @param values of the network; those beyond the learned ones are left alone
     * @param gradients of the learned values
     */
    void step(float[] values, float[] gradients, StepSize size);

    /** What it remembers of the steps before; the arrays themselves, which {@link #restore} fills. */
    float[][] memory();

    /** How many steps it has done. */
    int steps();

    /** Goes on where another of the same network stopped. */
    void restore(float[][] memory, int steps);
}
