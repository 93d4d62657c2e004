package io.falconet.latency.calibrate;

import io.falconet.latency.kernel.Work;
import io.falconet.latency.predict.HeldOut;
import io.falconet.latency.predict.LatencyFit;
import io.falconet.latency.predict.PredictionError;
import io.falconet.latency.predict.SumOfParts;
import io.falconet.space.graph.Network;
import java.util.Arrays;
import java.util.List;

/**
 * Predicts what networks take on one device, as a sum over the work that their operators are (kernel, shape, melted
 * activation), from some that were measured there. Says how far off it is on networks that it did not learn from, by ten-fold
 * cross-validation; one that is too far off is not {@linkplain #trusted trusted}.
 */
public final class LatencyPredictor {
    /** Networks measured at least: fewer say too little of the kinds of work. */
    public static final int LEAST = 20;

    /** Median held-out error up to which a predictor is trusted. */
    public static final double BOUND = 0.06;

    private static final LatencyFit FIT = SumOfParts.WORK;
    private static final double SURE = 0.95;

    private final LatencyFit.Learned learned;
    private final PredictionError error;
    private final double reach;

    private LatencyPredictor(LatencyFit.Learned learned, PredictionError error, double reach) {
        this.learned = learned;
        this.error = error;
        this.reach = reach;
    }

    /**
     * Learns.
     *
     * @param networks that were measured, at least {@value #LEAST}
     * @param nanos their latencies for one image
     */
    public static LatencyPredictor of(List<Network> networks, double[] nanos) {
        if (networks.size() < LEAST || networks.size() != nanos.length) {
            throw new IllegalArgumentException(
                    "At least %d measured networks were expected to learn latencies from, found %d with %d latencies. Maybe 60."
                            .formatted(LEAST, networks.size(), nanos.length));
        }
        double[][] work = networks.stream().map(Work::of).toArray(double[][]::new);
        double[] heldOut = HeldOut.predictions(FIT, work, nanos);
        double[] errors = new double[nanos.length];
        Arrays.setAll(errors, i -> Math.abs(heldOut[i] / nanos[i] - 1));
        Arrays.sort(errors);
        return new LatencyPredictor(
                FIT.learn(work, nanos),
                PredictionError.of(heldOut, nanos),
                errors[(int) Math.ceil(SURE * errors.length) - 1]);
    }

    /** How far off predictions are of networks that were not learned from. */
    public PredictionError error() {
        return error;
    }

    /** Whether the held-out error is small enough to act on. */
    public boolean trusted() {
        return error.median() <= BOUND;
    }

    /** What a network takes, with the interval that held in 95 of 100 cases of networks not learned from. */
    public Prediction predict(Network network) {
        double nanos = learned.latency(Work.of(network));
        return new Prediction(
                Math.round(nanos), Math.round(nanos / (1 + reach)), Math.round(nanos / Math.max(1e-3, 1 - reach)));
    }

    /**
     * A latency that was not measured.
     *
     * @param nanos expected
     * @param lowNanos under which a measurement is hardly expected
     * @param highNanos over which it is hardly expected
     */
    public record Prediction(long nanos, long lowNanos, long highNanos) {}
}
