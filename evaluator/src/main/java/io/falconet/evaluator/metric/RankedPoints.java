package io.falconet.evaluator.metric;

import java.util.Arrays;

/**
 * Precision and recall as one more detection counts at a time, best first.
 *
 * @param recall share of the objects found so far, never falling
 * @param precision share of the detections so far that are right
 * @param score of the detection that came last
 */
record RankedPoints(double[] recall, double[] precision, double[] score) {
    static final int RECALLS = 101;

    /** The recall at index 0 … 100 of the interpolated curve. */
    static double recallAt(int index) {
        return index * 0.01;
    }

    /** The greatest recall; 0 without detections. */
    double reached() {
        return recall.length == 0 ? 0 : recall[recall.length - 1];
    }

    /** At each of 101 recalls the best precision there or beyond; 0 where it is not reached. */
    double[] interpolated() {
        double[] best = precision.clone();
        for (int i = best.length - 2; i >= 0; i--) {
            best[i] = Math.max(best[i], best[i + 1]);
        }
        int[] at = positions();
        double[] interpolated = new double[RECALLS];
        Arrays.setAll(interpolated, r -> at[r] < best.length ? best[at[r]] : 0);
        return interpolated;
    }

    /** At each of 101 recalls the highest score threshold that reaches it; NaN where none does. */
    double[] thresholds() {
        int[] at = positions();
        double[] thresholds = new double[RECALLS];
        Arrays.setAll(thresholds, r -> at[r] < score.length ? score[at[r]] : Double.NaN);
        return thresholds;
    }

    /** For each of 101 recalls the first point that reaches it. */
    private int[] positions() {
        int[] positions = new int[RECALLS];
        int at = 0;
        for (int r = 0; r < RECALLS; r++) {
            while (at < recall.length && recall[at] < recallAt(r)) {
                at++;
            }
            positions[r] = at;
        }
        return positions;
    }
}
