package io.falconet.evaluator.proxy;

import io.falconet.evaluator.data.Batch;
import io.falconet.evaluator.engine.ProbedNetwork;
import java.util.Arrays;
import java.util.OptionalDouble;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.EigenDecompositionSymmetric;

/**
 * Jacobian covariance, or jacov (the first version of Mellor et al., 2020; the name is Abdelfattah et al.'s, 2021): whether
 * the outputs answer changes of different images differently. The gradients of the summed outputs with respect to each image
 * are correlated with each other; the score is {@code -sum(ln(v + k) + 1 / (v + k))} over the eigenvalues v of their
 * correlation matrix, with k = 1e-5: highest where all are 1, so that no two images are alike. Empty where a gradient is the same everywhere.
 */
public final class JacobianCovariance implements UntrainedScore {
    private static final double K = 1e-5;

    @Override
    public String key() {
        return "jacov";
    }

    @Override
    public String label() {
        return "jacov";
    }

    @Override
    public OptionalDouble of(UntrainedDetector untrained) {
        Batch batch = untrained.batch();
        try (ProbedNetwork network = new ProbedNetwork(untrained.detector().network(), untrained.weights())) {
            float[] gradients = network.imageGradients(batch.images(), batch.size());
            return of(correlations(gradients, batch.size()));
        }
    }

    static OptionalDouble of(double[][] correlations) {
        boolean known =
                Arrays.stream(correlations).flatMapToDouble(Arrays::stream).allMatch(Double::isFinite);
        if (!known) {
            return OptionalDouble.empty();
        }
        double[] eigenvalues = new EigenDecompositionSymmetric(new Array2DRowRealMatrix(correlations)).getEigenvalues();
        return OptionalDouble.of(-Arrays.stream(eigenvalues)
                .map(v -> Math.max(v, 0) + K)
                .map(v -> Math.log(v) + 1 / v)
                .sum());
    }

    /** Pearson's, between each two of the rows; NaN where one is the same everywhere. */
    static double[][] correlations(float[] rows, int count) {
        int length = rows.length / count;
        double[] means = new double[count];
        for (int i = 0; i < count; i++) {
            for (int at = i * length; at < (i + 1) * length; at++) {
                means[i] += rows[at];
            }
            means[i] /= length;
        }
        double[][] products = new double[count][count];
        for (int i = 0; i < count; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = 0;
                for (int at = 0; at < length; at++) {
                    sum += (rows[i * length + at] - means[i]) * (rows[j * length + at] - means[j]);
                }
                products[i][j] = sum;
                products[j][i] = sum;
            }
        }
        double[][] correlations = new double[count][count];
        for (int i = 0; i < count; i++) {
            for (int j = 0; j < count; j++) {
                correlations[i][j] = products[i][j] / Math.sqrt(products[i][i] * products[j][j]);
            }
        }
        return correlations;
    }
}
