package io.falconet.evaluator.train.optimize;

/**
 * An exponential moving average of weights that is kept instead of the last ones. Young averages follow faster, so that
 * the first weights do not linger.
 *
 * @param decay share of the old; 0 keeps the last weights
 * @param settling after how many steps the share of the old comes near {@code decay}, along {@code 1 - e^(-steps /
 *     settling)}; 0 for {@code steps / (10 + steps)}, which is faster
 */
public record Averaging(double decay, double settling) {
    /** The last weights. */
    public static final Averaging NONE = new Averaging(0, 0);

    private static final double YOUTH = 10;

    public Averaging {
        if (!(decay >= 0 && decay < 1) || !(settling >= 0)) {
            throw new IllegalArgumentException(
                    "An average's decay from 0 to below 1 and steps to settle of 0 or more were expected, found %s and %s."
                            .formatted(decay, settling));
        }
    }

    /** Whether there is an average. */
    public boolean kept() {
        return decay > 0;
    }

    /** The share of the old at an update, counted from 1. */
    double share(int update) {
        return settling == 0 ? Math.min(decay, update / (YOUTH + update)) : decay * (1 - Math.exp(-update / settling));
    }
}
