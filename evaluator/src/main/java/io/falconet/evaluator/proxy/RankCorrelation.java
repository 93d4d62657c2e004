package io.falconet.evaluator.proxy;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.ToDoubleBiFunction;
import org.hipparchus.stat.correlation.KendallsCorrelation;
import org.hipparchus.stat.correlation.SpearmansCorrelation;

/**
 * How far two quantities rank alike: 1 where they rank the same, -1 where the other way round. The intervals are percentiles
 * over {@value #RESAMPLES} samples drawn from the pairs with replacement (Efron, 1979).
 *
 * @param pairs how many were compared
 * @param spearman correlation of the ranks, ties at their mean rank
 * @param kendall tau-b: pairs of pairs in the same order, less those in the other, with ties taken account of
 */
public record RankCorrelation(int pairs, Estimate spearman, Estimate kendall) {
    /** Fewer pairs rank alike or the other way round, and nothing between. */
    public static final int FEWEST_PAIRS = 3;

    private static final int RESAMPLES = 2000;
    private static final double TAIL = 0.025;

    /**
     * Compares.
     *
     * @param seed of the resampling
     * @throws IllegalArgumentException if there are fewer than {@value #FEWEST_PAIRS} pairs, or they are not pairs
     */
    public static RankCorrelation of(double[] first, double[] second, long seed) {
        if (first.length != second.length || first.length < FEWEST_PAIRS) {
            throw new IllegalArgumentException(
                    "At least %d pairs were expected, found %d values and %d. Maybe more has to be evaluated first."
                            .formatted(FEWEST_PAIRS, first.length, second.length));
        }
        return new RankCorrelation(
                first.length,
                estimate(first, second, seed, (a, b) -> new SpearmansCorrelation().correlation(a, b)),
                estimate(first, second, seed, (a, b) -> new KendallsCorrelation().correlation(a, b)));
    }

    private static Estimate estimate(
            double[] first, double[] second, long seed, ToDoubleBiFunction<double[], double[]> measure) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] again = new double[RESAMPLES];
        double[] a = new double[first.length];
        double[] b = new double[first.length];
        for (int i = 0; i < RESAMPLES; i++) {
            for (int j = 0; j < a.length; j++) {
                int drawn = random.nextInt(a.length);
                a[j] = first[drawn];
                b[j] = second[drawn];
            }
            again[i] = measure.applyAsDouble(a, b);
        }
        double[] known = Arrays.stream(again).filter(Double::isFinite).sorted().toArray();
        return new Estimate(measure.applyAsDouble(first, second), percentile(known, TAIL), percentile(known, 1 - TAIL));
    }

    /** Linear between neighbours. */
    private static double percentile(double[] sorted, double share) {
        if (sorted.length == 0) {
            return Double.NaN;
        }
        double place = share * (sorted.length - 1);
        int below = (int) place;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }
}
