package io.falconet.latency.predict;

import java.util.Arrays;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.RealVector;

/**
 * A latency is a sum over a network's parts, each of which takes its time: linear in the features. Fitted for the relative
 * error by ridge regression, with Huber's weights (1964) found by repetition, so that a measurement which something
 * disturbed pulls little.
 *
 * @param ridge pull of the parts' times to zero, relative to the mean of their squared features
 * @param tolerated relative error beyond which a measurement weighs less, over 0
 * @param positive whether no part may take less than nothing, as is true of work that is done one after the other
 */
public record SumOfParts(double ridge, double tolerated, boolean positive) implements LatencyFit {
    /** Suits tables of some hundred networks. */
    public static final SumOfParts STANDARD = new SumOfParts(1e-3, 0.02, false);

    /** Suits amounts of work, of which there may be as many as networks: most turn out to cost nothing. */
    public static final SumOfParts WORK = new SumOfParts(1e-6, 0.02, true);

    private static final int REPETITIONS = 15;

    public SumOfParts {
        if (!(ridge > 0) || !(tolerated > 0)) {
            throw new IllegalArgumentException(
                    "A ridge and a tolerated error over 0 were expected, found %s and %s.".formatted(ridge, tolerated));
        }
    }

    @Override
    public Learned learn(double[][] features, double[] latencies) {
        double[] scale = largest(features);
        double[][] relative = new double[features.length][];
        for (int i = 0; i < features.length; i++) {
            relative[i] = withBase(features[i]);
            for (int k = 0; k < scale.length; k++) {
                relative[i][k] /= scale[k] * latencies[i];
            }
        }
        double[] weights = new double[features.length];
        Arrays.fill(weights, 1);
        double[] times = new double[0];
        for (int repetition = 0; repetition < REPETITIONS; repetition++) {
            times = solve(relative, weights);
            reweigh(relative, times, weights);
        }
        double[] found = times.clone();
        Arrays.setAll(found, k -> found[k] / scale[k]);
        return network -> dot(withBase(network), found);
    }

    /** The largest of each feature, or 1 where it is always 0: the parts are fitted in shares of it. */
    private static double[] largest(double[][] features) {
        double[] largest = new double[features[0].length + 1];
        for (double[] network : features) {
            double[] all = withBase(network);
            Arrays.setAll(largest, k -> Math.max(largest[k], Math.abs(all[k])));
        }
        Arrays.setAll(largest, k -> largest[k] == 0 ? 1 : largest[k]);
        return largest;
    }

    /** What every network takes comes first. */
    private static double[] withBase(double[] features) {
        double[] all = new double[features.length + 1];
        all[0] = 1;
        System.arraycopy(features, 0, all, 1, features.length);
        return all;
    }

    /** The times of the parts whose sums are, relative to what was measured, nearest to 1. */
    private double[] solve(double[][] relative, double[] weights) {
        int parts = relative[0].length;
        double[][] squares = new double[parts][parts];
        double[] sums = new double[parts];
        for (int i = 0; i < relative.length; i++) {
            double[] row = relative[i];
            for (int a = 0; a < parts; a++) {
                if (row[a] == 0) {
                    continue;
                }
                double weighted = weights[i] * row[a];
                sums[a] += weighted;
                for (int b = 0; b < parts; b++) {
                    squares[a][b] += weighted * row[b];
                }
            }
        }
        double trace = 0;
        for (int a = 0; a < parts; a++) {
            trace += squares[a][a];
        }
        for (int a = 0; a < parts; a++) {
            squares[a][a] += (a == 0 ? 1e-6 : 1) * ridge * trace / parts;
        }
        if (positive) {
            return PositiveSolution.of(squares, sums);
        }
        RealVector solution = new CholeskyDecomposition(new Array2DRowRealMatrix(squares, false))
                .getSolver()
                .solve(new ArrayRealVector(sums, false));
        return solution.toArray();
    }

    private void reweigh(double[][] relative, double[] times, double[] weights) {
        double[] errors = new double[relative.length];
        for (int i = 0; i < errors.length; i++) {
            errors[i] = Math.abs(dot(relative[i], times) - 1);
        }
        // 1.48 median deviations are the standard deviation of normal errors; early fits are far off
        double bound = Math.max(tolerated, 1.48 * PredictionError.median(errors));
        Arrays.setAll(weights, i -> errors[i] <= bound ? 1 : bound / errors[i]);
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int k = 0; k < a.length; k++) {
            sum += a[k] * b[k];
        }
        return sum;
    }
}
