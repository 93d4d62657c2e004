package io.falconet.space.search.surrogate;

import java.util.Arrays;
import java.util.List;

/** A candidate as a {@link GaussianProcess} sees it, with what was worked out when it was asked about before. */
public final class Prospect {
    private static final double LEAST_VARIANCE = 1e-8;

    private final Traits[] traits;
    private final double variance;
    /** Covariances with those known. */
    private double[] alike = {};

    private int compared;
    /** The factor's inverse times these. */
    private double[] solved = {};

    private int solvedFor;
    /** Sum of the squares of what is solved: how much of the variance is explained. */
    private double explained;

    Prospect(Traits[] traits, double variance) {
        this.traits = traits;
        this.variance = variance;
    }

    /** Compares it with those not known before. */
    void compare(GatedKernel kernel, List<Traits[]> known) {
        alike = grown(alike, known.size());
        for (; compared < known.size(); compared++) {
            alike[compared] = kernel.covariance(traits, known.get(compared));
        }
    }

    double mean(double[] weights) {
        return Triangle.product(alike, weights, weights.length);
    }

    Belief belief(List<double[]> factor, double[] whitened) {
        solved = grown(solved, factor.size());
        for (; solvedFor < factor.size(); solvedFor++) {
            double[] row = factor.get(solvedFor);
            solved[solvedFor] = (alike[solvedFor] - Triangle.product(row, solved, solvedFor)) / row[solvedFor];
            explained += solved[solvedFor] * solved[solvedFor];
        }
        double mean = Triangle.product(solved, whitened, whitened.length);
        return new Belief(mean, Math.sqrt(Math.max(variance - explained, LEAST_VARIANCE)));
    }

    /** With room for so many, and for some more where there was too little. */
    private static double[] grown(double[] numbers, int size) {
        return numbers.length >= size ? numbers : Arrays.copyOf(numbers, size + size / 10 + 1);
    }
}
