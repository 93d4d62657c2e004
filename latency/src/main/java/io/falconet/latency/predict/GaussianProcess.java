package io.falconet.latency.predict;

import java.util.stream.DoubleStream;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.RealVector;

/**
 * Gaussian process regression with the squared exponential kernel (Rasmussen and Williams, 2006, algorithm 2.1): what is
 * like a known point has a value like its. Several values of the same points cost little more than one.
 *
 * @param length of features over which values are alike
 * @param noise variance of a known value, relative to the variance of values
 */
public record GaussianProcess(double length, double noise) {
    /** A Gaussian process over points that are known. */
    public static final class Fitted {
        private final double[][] points;
        private final double[][] weights;
        private final double[] means;
        private final double scale;

        private Fitted(double[][] points, double[][] weights, double[] means, double scale) {
            this.points = points;
            this.weights = weights;
            this.means = means;
            this.scale = scale;
        }

        /** The expected values at a point, by kind of value. */
        public double[] at(double[] point) {
            double[] values = means.clone();
            for (int i = 0; i < points.length; i++) {
                double alike = alike(points[i], point, scale);
                for (int kind = 0; kind < values.length; kind++) {
                    values[kind] += alike * weights[kind][i];
                }
            }
            return values;
        }
    }

    public GaussianProcess {
        if (!(length > 0) || !(noise > 0)) {
            throw new IllegalArgumentException(
                    "A length and a noise over 0 were expected, found %s and %s.".formatted(length, noise));
        }
    }

    /**
     * Fits known points.
     *
     * @param points by point, features
     * @param values by kind of value, then by point
     */
    public Fitted fit(double[][] points, double[][] values) {
        double scale = 1 / (2 * length * length);
        int count = points.length;
        double[][] kernel = new double[count][count];
        for (int i = 0; i < count; i++) {
            for (int j = 0; j <= i; j++) {
                kernel[i][j] = alike(points[i], points[j], scale);
                kernel[j][i] = kernel[i][j];
            }
            kernel[i][i] += noise;
        }
        CholeskyDecomposition factors = new CholeskyDecomposition(new Array2DRowRealMatrix(kernel, false));
        double[][] weights = new double[values.length][];
        double[] means = new double[values.length];
        for (int kind = 0; kind < values.length; kind++) {
            means[kind] = DoubleStream.of(values[kind]).average().orElseThrow();
            RealVector deviations = new ArrayRealVector(values[kind]).mapSubtract(means[kind]);
            weights[kind] = factors.getSolver().solve(deviations).toArray();
        }
        return new Fitted(points, weights, means, scale);
    }

    private static double alike(double[] a, double[] b, double scale) {
        double sum = 0;
        for (int k = 0; k < a.length; k++) {
            double gap = a[k] - b[k];
            sum += gap * gap;
        }
        return Math.exp(-scale * sum);
    }
}
