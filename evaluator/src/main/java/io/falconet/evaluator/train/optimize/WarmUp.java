package io.falconet.evaluator.train.optimize;

/**
 * How the first steps differ: rates and momentum go in a straight line from where they start to where they are to be.
 *
 * @param share of all steps that it takes
 * @param epochs that it takes, if that is longer
 * @param steps that it takes, if that is longer; like {@code epochs} no more than {@value #MOST} of all steps
 * @param rate share of the highest rate at its start
 * @param biasRate the same for biases; may be over 1, so that they settle first
 * @param momentum share of the momentum at its start
 */
public record WarmUp(double share, double epochs, int steps, double rate, double biasRate, double momentum) {
    /** Most of a training that counts of epochs or steps may take, as they come from much longer ones. */
    static final double MOST = 0.34;

    public WarmUp {
        if (!(share >= 0 && share < 1) || !(epochs >= 0) || steps < 0) {
            throw new IllegalArgumentException(
                    "A warm-up takes a share of all steps from 0 to below 1, and no less than 0 epochs and steps, found %s, %s and %d."
                            .formatted(share, epochs, steps));
        }
    }

    /** From a rate of zero, over a share of all steps. */
    public static WarmUp of(double share) {
        return new WarmUp(share, 0, 0, 0, 0, 1);
    }

    /** How many steps it takes, at least 1. */
    int length(int perEpoch, int all) {
        double counted = Math.min(Math.max(epochs * perEpoch, steps), Math.floor(MOST * all));
        return Math.toIntExact(Math.max(1, Math.max(Math.round(share * all), Math.round(counted))));
    }
}
