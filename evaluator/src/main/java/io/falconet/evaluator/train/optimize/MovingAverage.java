package io.falconet.evaluator.train.optimize;

/** The moving average of a network's values, running statistics included. Not thread-safe. */
public final class MovingAverage {
    private final Averaging averaging;
    private final float[] values;
    private int updates;

    public MovingAverage(Averaging averaging, float[] start) {
        this.averaging = averaging;
        this.values = averaging.kept() ? start.clone() : new float[0];
    }

    /** Takes in the values after a step. */
    public void update(float[] current) {
        updates++;
        float keep = (float) averaging.share(updates);
        for (int i = 0; i < values.length; i++) {
            values[i] = keep * values[i] + (1 - keep) * current[i];
        }
    }

    /** The average; empty where none is kept. */
    public float[] values() {
        return values;
    }

    /** How often it was updated. */
    public int updates() {
        return updates;
    }

    /** Goes on where another stopped. */
    public void restore(float[] average, int done) {
        System.arraycopy(average, 0, values, 0, values.length);
        updates = done;
    }
}
