package io.falconet.latency.predict;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Shifts another fit so that as many networks as possible lie within a bound. Disturbed measurements only ever are too slow:
 * predictions that stay below some of them and above others hit more, and the median error grows. The factor is found on
 * networks that the fit did not see.
 *
 * @param fit that is shifted
 * @param bound relative error within which networks should lie
 */
public record Centred(LatencyFit fit, double bound) implements LatencyFit {
    private static final double STEP = 0.0025;

    @Override
    public Learned learn(double[][] features, double[] latencies) {
        LatencyFit chosen = fit.chosen(features, latencies);
        double factor = factor(HeldOut.predictions(chosen, features, latencies), latencies);
        Learned learned = chosen.learn(features, latencies);
        return network -> factor * learned.latency(network);
    }

    /** None if no other puts more within the bound; else the middle of those, up to the bound, by which most lie within it. */
    private double factor(double[] predicted, double[] latencies) {
        double[] factors = IntStream.rangeClosed((int) (-bound / STEP), (int) (bound / STEP))
                .mapToDouble(step -> 1 + step * STEP)
                .toArray();
        double[] shares = Arrays.stream(factors)
                .map(factor -> share(predicted, latencies, factor))
                .toArray();
        double most = Arrays.stream(shares).max().orElseThrow();
        if (share(predicted, latencies, 1) == most) {
            return 1;
        }
        return PredictionError.median(IntStream.range(0, factors.length)
                .filter(i -> shares[i] == most)
                .mapToDouble(i -> factors[i])
                .toArray());
    }

    private double share(double[] predicted, double[] latencies, double factor) {
        double[] errors = new double[latencies.length];
        Arrays.setAll(errors, i -> Math.abs(factor * predicted[i] / latencies[i] - 1));
        return PredictionError.share(errors, bound);
    }
}
