package io.falconet.latency.predict;

import java.util.Comparator;
import java.util.List;

/**
 * Tries several fits and takes the one with the smallest median error on networks that it did not see.
 *
 * @param fits to choose from, at least one
 */
public record BestOf(List<LatencyFit> fits) implements LatencyFit {
    public BestOf {
        fits = List.copyOf(fits);
    }

    @Override
    public Learned learn(double[][] features, double[] latencies) {
        return chosen(features, latencies).learn(features, latencies);
    }

    @Override
    public LatencyFit chosen(double[][] features, double[] latencies) {
        return fits.stream()
                .min(Comparator.comparingDouble(fit -> error(fit, features, latencies)))
                .orElseThrow();
    }

    private static double error(LatencyFit fit, double[][] features, double[] latencies) {
        return PredictionError.of(HeldOut.predictions(fit, features, latencies), latencies)
                .median();
    }
}
