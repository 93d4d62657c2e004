package io.falconet.evaluator.train;

/**
 * An exponential moving average of a network's values, running statistics included. Young averages follow faster, so
 * that the first weights do not linger.
 */
final class MovingAverage {
    private static final double YOUTH = 10;

    private final double decay;
    private final float[] values;
    private int updates;

    MovingAverage(double decay, float[] start) {
        this.decay = decay;
        this.values = start.clone();
    }

    void update(float[] current) {
        updates++;
        float keep = (float) Math.min(decay, updates / (YOUTH + updates));
        for (int i = 0; i < values.length; i++) {
            values[i] = keep * values[i] + (1 - keep) * current[i];
        }
    }

    float[] values() {
        return values;
    }
}
