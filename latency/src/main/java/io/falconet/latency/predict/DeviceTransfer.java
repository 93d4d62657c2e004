package io.falconet.latency.predict;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.CholeskyDecomposition;

/**
 * Starts a new device from known ones: a few networks are measured on it, and its latencies follow from what the known
 * devices' predictors say of a network, and a little from the network itself. Ridge regression of the standardised logarithm
 * (a Gaussian process with a linear kernel) on the known devices' standardised predictions and the features.
 *
 * <p>How well it ranks is compared with HELP (Lee et al., 2021) on the tables of {@code falconet bench devices}.
 */
public final class DeviceTransfer {
    /** Weight of the features beside the known devices', which know more. */
    private static final double FEATURES = 0.3;

    /** Variance of what the known devices do not explain, beside 1 for what they do. */
    private static final double NOISE = 0.1;

    private final double[][] evidence;

    /**
     * @param known by known device and network, the predicted logarithm of the latency
     * @param features by network
     */
    public DeviceTransfer(double[][] known, double[][] features) {
        int networks = features.length;
        double[][] scaled =
                Arrays.stream(known).map(DeviceTransfer::standardised).toArray(double[][]::new);
        double spread = Math.sqrt(IntStream.range(0, networks)
                .mapToDouble(i -> DoubleStream.of(features[i]).map(v -> v * v).sum())
                .average()
                .orElseThrow());
        evidence = new double[networks][];
        for (int i = 0; i < networks; i++) {
            int network = i;
            evidence[i] = DoubleStream.concat(
                            Arrays.stream(scaled).mapToDouble(device -> device[network] / Math.sqrt(known.length)),
                            DoubleStream.of(features[i]).map(v -> FEATURES * v / spread))
                    .toArray();
        }
    }

    /**
     * The latencies of all networks on the new device.
     *
     * @param measured which networks were measured on it
     * @param latencies of these, all over 0
     * @return by network, in the same unit
     */
    public double[] latencies(int[] measured, double[] latencies) {
        double[] logarithms = DoubleStream.of(latencies).map(Math::log).toArray();
        double mean = DoubleStream.of(logarithms).average().orElseThrow();
        double deviation = deviation(logarithms, mean);
        double[] centre = centre(measured);
        int count = measured.length;
        double[][] kernel = new double[count][count];
        for (int i = 0; i < count; i++) {
            for (int j = 0; j < count; j++) {
                kernel[i][j] = product(evidence[measured[i]], evidence[measured[j]], centre);
            }
            kernel[i][i] += NOISE;
        }
        double[] targets = DoubleStream.of(logarithms)
                .map(v -> deviation > 0 ? (v - mean) / deviation : 0)
                .toArray();
        double[] weights = new CholeskyDecomposition(new Array2DRowRealMatrix(kernel, false))
                .getSolver()
                .solve(new ArrayRealVector(targets, false))
                .toArray();
        return Arrays.stream(evidence)
                .mapToDouble(network -> {
                    double sum = 0;
                    for (int i = 0; i < count; i++) {
                        sum += weights[i] * product(network, evidence[measured[i]], centre);
                    }
                    return Math.exp(mean + deviation * sum);
                })
                .toArray();
    }

    private double[] centre(int[] measured) {
        double[] centre = new double[evidence[0].length];
        for (int network : measured) {
            for (int k = 0; k < centre.length; k++) {
                centre[k] += evidence[network][k] / measured.length;
            }
        }
        return centre;
    }

    private static double product(double[] a, double[] b, double[] centre) {
        double sum = 0;
        for (int k = 0; k < a.length; k++) {
            sum += (a[k] - centre[k]) * (b[k] - centre[k]);
        }
        return sum;
    }

    private static double[] standardised(double[] values) {
        double mean = DoubleStream.of(values).average().orElseThrow();
        double deviation = deviation(values, mean);
        return DoubleStream.of(values)
                .map(v -> deviation > 0 ? (v - mean) / deviation : 0)
                .toArray();
    }

    private static double deviation(double[] values, double mean) {
        return Math.sqrt(DoubleStream.of(values)
                .map(v -> (v - mean) * (v - mean))
                .average()
                .orElseThrow());
    }
}
