package io.falconet.results.imports;

import io.falconet.space.outcome.Objective;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A quantity of an outcome that a file may tell, by the name under which Falconet prints it. */
enum Figure {
    MAP50_95("map50-95"),
    MAP50("map50"),
    MAP75("map75"),
    MAP_SMALL("map-small"),
    MAP_MEDIUM("map-medium"),
    MAP_LARGE("map-large"),
    LATENCY("latency"),
    LATENCY_LOW("latency-low"),
    LATENCY_HIGH("latency-high"),
    PARAMETERS("parameters"),
    MACS("macs"),
    SYNFLOW("synflow"),
    NASWOT("naswot"),
    JACOV("jacov"),
    GRAD_NORM("grad-norm");

    /** Hours: what takes longer is no inference. */
    private static final double MOST_MILLIS = 1e8;

    private static final double MOST_COUNT = 1e18;

    private final String key;

    Figure(String key) {
        this.key = key;
    }

    /** The figure of a column of that name: {@code map50_95}, {@code map50-95}, {@code latency_ms}. */
    static Optional<Figure> of(String column) {
        String name = column.strip().toLowerCase(Locale.ROOT).replace('_', '-').replaceFirst("-ms$", "");
        return Arrays.stream(values()).filter(figure -> figure.key.equals(name)).findFirst();
    }

    static Figure of(Objective objective) {
        return of(objective.key()).orElseThrow();
    }

    /** The objective that it is; nothing where no study optimises it. */
    Optional<Objective> objective() {
        return Objective.of(key);
    }

    String key() {
        return key;
    }

    /** What is wrong with a number as this figure, and what may help; nothing where it may be. */
    Optional<Objection> objection(double value, String column) {
        return switch (this) {
            case MAP50_95, MAP50, MAP75, MAP_SMALL, MAP_MEDIUM, MAP_LARGE ->
                value >= 0 && value <= 1
                        ? Optional.empty()
                        : Optional.of(new Objection(
                                key + " from 0 to 1",
                                "Maybe it is in percent, --objective %s=%s/100, or a loss, which is no objective of Falconet's."
                                        .formatted(key, column)));
            case LATENCY, LATENCY_LOW, LATENCY_HIGH ->
                value >= 0 && value <= MOST_MILLIS
                        ? Optional.empty()
                        : Optional.of(new Objection(
                                key + " in milliseconds",
                                "Maybe another unit is meant: %s=%s/1000.".formatted(key, column)));
            case PARAMETERS, MACS ->
                value >= 0 && value <= MOST_COUNT && Math.abs(value - Math.rint(value)) <= 1e-6 * value
                        ? Optional.empty()
                        : Optional.of(new Objection(
                                "a whole number of " + key,
                                "Maybe it counts millions: --objective %s=%s*1000000.".formatted(key, column)));
            case SYNFLOW, NASWOT, JACOV, GRAD_NORM -> Optional.empty();
        };
    }

    /** What was expected, and a remedy. */
    record Objection(String expected, String remedy) {}
}
