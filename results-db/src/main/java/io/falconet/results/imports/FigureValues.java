package io.falconet.results.imports;

import io.falconet.space.graph.Complexity;
import io.falconet.space.outcome.Accuracy;
import io.falconet.space.outcome.DeviceProfile;
import io.falconet.space.outcome.Evaluated;
import io.falconet.space.outcome.LatencyReport;
import io.falconet.space.outcome.Objective;
import io.falconet.space.outcome.Provenance;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The figures of one trial; those that nobody told are not there. */
record FigureValues(Map<Figure, Double> values) {
    /** Nobody knows on what another program measured. */
    private static final DeviceProfile DEVICE = new DeviceProfile("imported", "unknown", "unknown", 1);

    private static final Map<Figure, Objective> SCORES =
            Objective.scores().stream().collect(Collectors.toMap(Figure::of, Function.identity()));

    FigureValues {
        values = Map.copyOf(values);
    }

    /** The outcome that they make. */
    Evaluated outcome(Provenance provenance) {
        long parameters = count(Figure.PARAMETERS);
        Map<Objective, Double> scores = new EnumMap<>(Objective.class);
        SCORES.forEach((figure, score) -> {
            if (values.containsKey(figure)) {
                scores.put(score, values.get(figure));
            }
        });
        return new Evaluated(
                new Complexity(parameters, parameters, Complexity.UNKNOWN, count(Figure.MACS)),
                new Accuracy(
                        value(Figure.MAP50_95),
                        value(Figure.MAP50),
                        value(Figure.MAP75),
                        value(Figure.MAP_SMALL),
                        value(Figure.MAP_MEDIUM),
                        value(Figure.MAP_LARGE)),
                latency(),
                List.of(),
                provenance,
                scores);
    }

    /** Without an interval of its own it is but the median: nobody knows how often it was timed. */
    private Optional<LatencyReport> latency() {
        if (!values.containsKey(Figure.LATENCY)) {
            return Optional.empty();
        }
        long median = nanos(Figure.LATENCY, 0);
        long low = Math.min(median, nanos(Figure.LATENCY_LOW, median));
        long high = Math.max(median, nanos(Figure.LATENCY_HIGH, median));
        return Optional.of(new LatencyReport(DEVICE, 0, 1, median, low, high, 0));
    }

    private long nanos(Figure figure, long otherwise) {
        return Optional.ofNullable(values.get(figure))
                .map(millis -> Math.round(millis * 1e6))
                .orElse(otherwise);
    }

    private long count(Figure figure) {
        return Optional.ofNullable(values.get(figure)).map(Math::round).orElse(Complexity.UNKNOWN);
    }

    private double value(Figure figure) {
        return values.getOrDefault(figure, Double.NaN);
    }
}
