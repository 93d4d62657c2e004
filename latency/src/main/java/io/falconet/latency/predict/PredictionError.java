package io.falconet.latency.predict;

import io.falconet.space.rank.RankCorrelation;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * How far predictions were from what was measured.
 *
 * @param networks how many were compared
 * @param median relative error
 * @param within5 share of networks whose relative error is at most 0.05
 * @param within10 share of networks whose relative error is at most 0.10
 * @param spearman rank correlation; NaN where all are alike
 */
public record PredictionError(int networks, double median, double within5, double within10, double spearman) {
    /** Compares. */
    public static PredictionError of(double[] predicted, double[] measured) {
        double[] errors = IntStream.range(0, measured.length)
                .mapToDouble(i -> Math.abs(predicted[i] / measured[i] - 1))
                .toArray();
        return new PredictionError(
                errors.length,
                median(errors),
                share(errors, 0.05),
                share(errors, 0.10),
                RankCorrelation.spearman(predicted, measured));
    }

    /** The share of errors up to a bound. */
    static double share(double[] errors, double bound) {
        return (double) Arrays.stream(errors).filter(error -> error <= bound).count() / errors.length;
    }

    /** The value in the middle, or the mean of the two there. */
    static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
