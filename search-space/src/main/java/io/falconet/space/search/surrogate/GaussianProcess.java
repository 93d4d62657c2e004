package io.falconet.space.search.surrogate;

import io.falconet.space.search.surrogate.Kernel.Covariance;

/**
 * Gaussian process regression (Rasmussen and Williams, 2006, algorithm 2.1): what is like known candidates turns out as they
 * did, and the less like them it is, the less sure that is.
 */
final class GaussianProcess {
    private static final double JITTER = 1e-8;

    private final Covariance covariance;
    /** Lower triangle of the covariances' Cholesky factor. */
    private final double[][] factor;
    /** The factor's inverse times the values. */
    private final double[] whitened;
    /** The covariances' inverse times the values. */
    private final double[] weights;

    private GaussianProcess(Covariance covariance, double[][] factor, double[] whitened) {
        this.covariance = covariance;
        this.factor = factor;
        this.whitened = whitened;
        this.weights = transposeSolved(factor, whitened);
    }

    /**
     * Fits known candidates.
     *
     * @param values by candidate, with a mean of 0 or so
     */
    static GaussianProcess fit(Kernel kernel, Likenesses known, double[] values) {
        Covariance covariance = kernel.covariance();
        double[][] factor = factor(known, covariance, kernel.noise());
        return new GaussianProcess(covariance, factor, solved(factor, values));
    }

    /** Minus the logarithm of how likely values are if the kernel is right, but for a constant (their formula 2.30). */
    static double surprise(Kernel kernel, Likenesses likenesses, double[] values) {
        double[][] factor;
        try {
            factor = factor(likenesses, kernel.covariance(), kernel.noise());
        } catch (ArithmeticException singular) {
            return Double.POSITIVE_INFINITY;
        }
        double sum = 0;
        double[] whitened = solved(factor, values);
        for (int i = 0; i < values.length; i++) {
            sum += whitened[i] * whitened[i] / 2 + Math.log(factor[i][i]);
        }
        return sum;
    }

    /** What to expect of a candidate. */
    Belief at(Resemblance candidate) {
        double[] solved = solved(factor, alike(candidate));
        double mean = 0;
        double variance = covariance.of(candidate.own());
        for (int i = 0; i < solved.length; i++) {
            mean += solved[i] * whitened[i];
            variance -= solved[i] * solved[i];
        }
        return new Belief(mean, Math.sqrt(Math.max(variance, JITTER)));
    }

    /** The expected value alone: in time proportional to those known. */
    double mean(Resemblance candidate) {
        double mean = 0;
        for (int i = 0; i < weights.length; i++) {
            mean += weights[i] * covariance.of(candidate.to(i));
        }
        return mean;
    }

    private double[] alike(Resemblance candidate) {
        double[] alike = new double[weights.length];
        for (int i = 0; i < alike.length; i++) {
            alike[i] = covariance.of(candidate.to(i));
        }
        return alike;
    }

    /**
     * The Cholesky factor of the covariances, row by row; its rows end at the diagonal.
     *
     * @throws ArithmeticException if rounding left no positive definite matrix
     */
    private static double[][] factor(Likenesses likenesses, Covariance covariance, double noise) {
        double[][] rows = likenesses.covariances(covariance);
        for (int i = 0; i < rows.length; i++) {
            double[] row = rows[i];
            for (int k = 0; k < i; k++) {
                row[k] = (row[k] - product(row, rows[k], k)) / rows[k][k];
            }
            double rest = row[i] + noise + JITTER - product(row, row, i);
            if (!(rest > 0)) {
                throw new ArithmeticException("The covariances of %d candidates are singular.".formatted(rows.length));
            }
            row[i] = Math.sqrt(rest);
        }
        return rows;
    }

    /** Solves the lower triangular system by forward substitution. */
    private static double[] solved(double[][] lower, double[] right) {
        double[] solved = new double[right.length];
        for (int i = 0; i < right.length; i++) {
            solved[i] = (right[i] - product(lower[i], solved, i)) / lower[i][i];
        }
        return solved;
    }

    /** The inner product of the first so many, in four sums: a processor adds to them side by side. */
    private static double product(double[] a, double[] b, int count) {
        double first = 0;
        double second = 0;
        double third = 0;
        double fourth = 0;
        int i = 0;
        for (; i + 3 < count; i += 4) {
            first += a[i] * b[i];
            second += a[i + 1] * b[i + 1];
            third += a[i + 2] * b[i + 2];
            fourth += a[i + 3] * b[i + 3];
        }
        for (; i < count; i++) {
            first += a[i] * b[i];
        }
        return first + second + third + fourth;
    }

    /** Solves the system of the transposed triangle by backward substitution. */
    private static double[] transposeSolved(double[][] lower, double[] right) {
        double[] solved = right.clone();
        for (int i = solved.length - 1; i >= 0; i--) {
            solved[i] /= lower[i][i];
            for (int k = 0; k < i; k++) {
                solved[k] -= lower[i][k] * solved[i];
            }
        }
        return solved;
    }
}
