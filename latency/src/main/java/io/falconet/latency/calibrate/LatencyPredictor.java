package io.falconet.latency.calibrate;

import io.falconet.latency.kernel.Work;
import io.falconet.latency.predict.HeldOut;
import io.falconet.latency.predict.LatencyFit;
import io.falconet.latency.predict.PredictionError;
import io.falconet.latency.predict.SumOfParts;
import io.falconet.space.graph.Network;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Predicts what networks take on one device from some that were measured there: as a sum over the work that their operators
 * are (kernel, shape, melted activation), or as a mixture of what they take on devices that are known. Says how far off it is
 * on networks that it did not learn from; one that is too far off is not {@linkplain #trusted trusted}.
 */
public final class LatencyPredictor {
    /** Networks measured at least: fewer say too little of the kinds of work. */
    public static final int LEAST = 20;

    /** Median held-out error up to which a predictor is trusted. */
    public static final double BOUND = 0.06;

    private static final LatencyFit FIT = SumOfParts.WORK;
    private static final double SURE = 0.95;

    /** Networks measured at least on a device that is learned from known ones. */
    public static final int LEAST_TRANSFERRED = 10;

    private final ToDoubleFunction<Network> expected;
    private final PredictionError error;
    private final double reach;

    /** With what it says of networks, in order, that it did not learn from. */
    private LatencyPredictor(ToDoubleFunction<Network> expected, double[] heldOut, double[] nanos) {
        double[] errors = new double[nanos.length];
        Arrays.setAll(errors, i -> Math.abs(heldOut[i] / nanos[i] - 1));
        Arrays.sort(errors);
        this.expected = expected;
        this.error = PredictionError.of(heldOut, nanos);
        this.reach = errors[(int) Math.ceil(SURE * errors.length) - 1];
    }

    /**
     * Learns a device by itself; held-out errors are of ten-fold cross-validation.
     *
     * @param networks that were measured, at least {@value #LEAST}
     * @param nanos their latencies for one image
     */
    public static LatencyPredictor of(List<Network> networks, double[] nanos) {
        check(networks, nanos, LEAST, 60);
        double[][] work = networks.stream().map(Work::of).toArray(double[][]::new);
        LatencyFit.Learned learned = FIT.learn(work, nanos);
        return new LatencyPredictor(
                network -> learned.latency(Work.of(network)), HeldOut.predictions(FIT, work, nanos), nanos);
    }

    /**
     * Learns a new device from known ones; each held-out error is of the network that was left out alone.
     *
     * @param known devices, at least one
     * @param population networks such as will be asked for: what is usual on the known devices
     * @param networks that were measured on the new device, at least {@value #LEAST_TRANSFERRED}
     * @param nanos their latencies for one image
     */
    public static LatencyPredictor transferred(
            List<LatencyPredictor> known, List<Network> population, List<Network> networks, double[] nanos) {
        check(networks, nanos, LEAST_TRANSFERRED, LEAST_TRANSFERRED);
        KnownDevices devices =
                new KnownDevices(known.stream().map(device -> device.expected).toList(), population);
        double[] heldOut = new double[nanos.length];
        for (int i = 0; i < nanos.length; i++) {
            int left = i;
            int[] others =
                    IntStream.range(0, nanos.length).filter(k -> k != left).toArray();
            heldOut[i] = devices.learn(
                            IntStream.of(others).mapToObj(networks::get).toList(),
                            IntStream.of(others).mapToDouble(k -> nanos[k]).toArray())
                    .applyAsDouble(networks.get(i));
        }
        return new LatencyPredictor(devices.learn(networks, nanos), heldOut, nanos);
    }

    private static void check(List<Network> networks, double[] nanos, int least, int usual) {
        if (networks.size() < least || networks.size() != nanos.length) {
            throw new IllegalArgumentException(
                    "At least %d measured networks were expected to learn latencies from, found %d with %d latencies. Maybe %d."
                            .formatted(least, networks.size(), nanos.length, usual));
        }
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
        double nanos = expected.applyAsDouble(network);
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
