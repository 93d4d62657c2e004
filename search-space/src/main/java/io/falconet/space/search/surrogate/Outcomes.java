package io.falconet.space.search.surrogate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Scores of candidates, by which kernels are judged.
 *
 * @param options by candidate
 * @param features by candidate
 * @param scores by candidate
 */
record Outcomes(List<int[]> options, List<double[]> features, double[] scores) {
    int size() {
        return scores.length;
    }

    /** At most so many of them, evenly spaced. */
    Outcomes atMost(int most) {
        if (size() <= most) {
            return this;
        }
        List<int[]> someOptions = new ArrayList<>();
        List<double[]> someFeatures = new ArrayList<>();
        double[] some = new double[most];
        for (int i = 0; i < most; i++) {
            int index = (int) ((long) i * (size() - 1) / (most - 1));
            someOptions.add(options.get(index));
            someFeatures.add(features.get(index));
            some[i] = scores[index];
        }
        return new Outcomes(someOptions, someFeatures, some);
    }

    /**
     * Minus the logarithm of how likely the scores are if these are their covariances, but for a constant (Rasmussen and
     * Williams, 2006, formula 2.30).
     *
     * @param covariances lower triangle, without the noise; what is left in it is of no use
     */
    double surprise(double[][] covariances, double noise) {
        double[][] factor;
        try {
            factor = Triangle.factor(covariances, noise);
        } catch (ArithmeticException singular) {
            return Double.POSITIVE_INFINITY;
        }
        List<double[]> rows = Arrays.asList(factor);
        double[] whitened = Triangle.solved(rows, scores);
        double sum = Triangle.product(whitened, whitened, size()) / 2;
        for (int i = 0; i < size(); i++) {
            sum += Math.log(factor[i][i]);
        }
        return sum;
    }

    /**
     * The derivative of the surprise by each two candidates' covariance (their formula 5.9).
     *
     * @param covariances as above
     * @throws ArithmeticException if rounding left no positive definite matrix
     */
    double[][] slope(double[][] covariances, double noise) {
        List<double[]> factor = Arrays.asList(Triangle.factor(covariances, noise));
        double[] weights = Triangle.transposeSolved(factor, Triangle.solved(factor, scores));
        double[][] slope = Triangle.inverse(factor);
        for (int i = 0; i < size(); i++) {
            for (int j = 0; j <= i; j++) {
                slope[i][j] = (slope[i][j] - weights[i] * weights[j]) / (i == j ? 2 : 1);
            }
        }
        return slope;
    }
}
