package io.falconet.cluster.cli;

import io.falconet.latency.calibrate.LatencyPredictor;
import io.falconet.results.CalibrationPoint;
import io.falconet.results.CalibrationStore;
import io.falconet.space.graph.Network;
import io.falconet.space.outcome.DeviceProfile;
import io.falconet.space.space.Architecture;
import io.falconet.space.space.SearchSpaces;
import java.util.List;
import java.util.Optional;

/** What a store knows of latencies on devices: predictors, learned from what was measured to calibrate them. */
final class Calibrations {
    private final CalibrationStore store;

    Calibrations(CalibrationStore store) {
        this.store = store;
    }

    /** The predictor of that device, if enough was measured on it. */
    Optional<LatencyPredictor> predictor(DeviceProfile device) {
        List<CalibrationPoint> points = store.list(device);
        return points.size() < LatencyPredictor.LEAST ? Optional.empty() : Optional.of(predictor(points));
    }

    /** A predictor that learns from those measurements. */
    static LatencyPredictor predictor(List<CalibrationPoint> points) {
        return LatencyPredictor.of(points.stream().map(Calibrations::network).toList(), nanos(points));
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
