package io.falconet.space.rank;

import org.hipparchus.stat.correlation.KendallsCorrelation;
import org.hipparchus.stat.correlation.SpearmansCorrelation;

/**
 * How far two quantities rank alike: 1 where they rank the same, -1 where the other way round. NaN where one of them is the
 * same for all.
 *
 * <p>The 95 % intervals are those of Bonett and Wright, "Sample size requirements for estimating Pearson, Kendall and
 * Spearman correlations" (Psychometrika, 2000): Fisher's z with a variance of (1 + r²/2) / (n - 3) for Spearman's, and of
 * 0.437 / (n - 4) for Kendall's (Fieller, Hartley and Pearson, 1957). z has no end where all pairs agree: there the interval
 * begins where it would for the value half way to the next possible one.
 *
 * @param pairs how many were compared
 * @param spearman correlation of the ranks, ties at their mean rank
 * @param kendall tau-b: pairs of pairs in the same order, less those in the other, with ties taken account of
 */
public record RankCorrelation(int pairs, Estimate spearman, Estimate kendall) {
    /** Fewer pairs have no interval. */
    public static final int FEWEST_PAIRS = 5;

    /** Standard deviations of a normal distribution to either side that hold 95 %. */
    private static final double DEVIATIONS = 1.959964;

    /**
     * Compares.
     *
     * @throws IllegalArgumentException if there are fewer than {@value #FEWEST_PAIRS} pairs, or they are not pairs
     */
    public static RankCorrelation of(double[] first, double[] second) {
        double n = first.length;
        if (first.length != second.length || n < FEWEST_PAIRS) {
            throw new IllegalArgumentException(
                    "At least %d pairs were expected, found %d values and %d. Maybe more has to be evaluated first."
                            .formatted(FEWEST_PAIRS, first.length, second.length));
        }
        double rho = spearman(first, second);
        double tau = new KendallsCorrelation().correlation(first, second);
        return new RankCorrelation(
                first.length,
                estimate(rho, 6 / (n * (n * n - 1)), (1 + rho * rho / 2) / (n - 3)),
                estimate(tau, 2 / (n * (n - 1)), 0.437 / (n - 4)));
    }

    /** Spearman's correlation alone, of at least 2 pairs. */
    public static double spearman(double[] first, double[] second) {
        return new SpearmansCorrelation().correlation(first, second);
    }

    /**
     * An estimate with its interval.
     *
     * @param half half the way from full agreement to the next possible value
     * @param variance of z
     */
    private static Estimate estimate(double value, double half, double variance) {
        double inner = Math.max(half - 1, Math.min(value, 1 - half));
        double z = Math.log((1 + inner) / (1 - inner)) / 2;
        double width = DEVIATIONS * Math.sqrt(variance);
        return new Estimate(value, Math.min(value, Math.tanh(z - width)), Math.max(value, Math.tanh(z + width)));
    }
}
