package io.falconet.cluster.cli.device;

import io.falconet.latency.calibrate.LatencyPredictor;
import io.falconet.results.CalibrationPoint;
import io.falconet.results.CalibrationStore;
import io.falconet.space.graph.Network;
import io.falconet.space.outcome.DeviceProfile;
import io.falconet.space.space.Architecture;
import io.falconet.space.space.SearchSpaces;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a store knows of latencies on devices: predictors, learned from what was measured to calibrate them. */
final class Calibrations {
    /** Networks that tell what is usual on known devices. */
    private static final int POPULATION = 200;

    private final CalibrationStore store;
    private final Instant until;

    /** All that the store knows. */
    Calibrations(CalibrationStore store) {
        this(store, Instant.MAX);
    }

    /** What it knew at a time. */
    Calibrations(CalibrationStore store, Instant until) {
        this.store = store;
        this.until = until;
    }

    /** What was measured on exactly that device. */
    List<CalibrationPoint> points(DeviceProfile device) {
        return store.list(device).stream()
                .filter(point -> !point.measured().isAfter(until))
                .toList();
    }

    /**
     * The predictor of that device, if enough was measured on it: learned by itself, or from the other devices of the store,
     * whichever is less far off.
     */
    Optional<LatencyPredictor> predictor(DeviceProfile device) {
        return predictor(device, points(device));
    }

    /** The same, learned from those measurements of the device alone. */
    Optional<LatencyPredictor> predictor(DeviceProfile device, List<CalibrationPoint> points) {
        return Stream.concat(alone(points).stream(), transferred(device, points).stream())
                .min(Comparator.comparingDouble(predictor -> predictor.error().median()));
    }

    private static Optional<LatencyPredictor> alone(List<CalibrationPoint> points) {
        return points.size() < LatencyPredictor.LEAST
                ? Optional.empty()
                : Optional.of(LatencyPredictor.of(networks(points), nanos(points)));
    }

    private Optional<LatencyPredictor> transferred(DeviceProfile device, List<CalibrationPoint> points) {
        if (points.size() < LatencyPredictor.LEAST_TRANSFERRED) {
            return Optional.empty();
        }
        List<LatencyPredictor> others = others(device);
        if (others.isEmpty()) {
            return Optional.empty();
        }
        String space = Architecture.parse(points.get(0).architecture()).space();
        List<Network> population = new DrawnNetworks(SearchSpaces.named(space), 0)
                .next(POPULATION).stream()
                        .map(drawn -> drawn.detector().network())
                        .toList();
        return Optional.of(LatencyPredictor.transferred(others, population, networks(points), nanos(points)));
    }

    /** The predictors of other devices that can be trusted. */
    List<LatencyPredictor> others(DeviceProfile device) {
        return store.devices().stream()
                .filter(other -> !other.equals(device))
                .flatMap(other -> alone(points(other)).stream())
                .filter(LatencyPredictor::trusted)
                .toList();
    }

    private static List<Network> networks(List<CalibrationPoint> points) {
        return points.stream().map(Calibrations::network).toList();
    }

    static Network network(CalibrationPoint point) {
        Architecture architecture = Architecture.parse(point.architecture());
        return SearchSpaces.named(architecture.space())
                .detector(architecture, point.classes())
                .network();
    }

    static double[] nanos(List<CalibrationPoint> points) {
        return points.stream()
                .mapToDouble(point -> point.latency().medianNanos())
                .toArray();
    }
}
