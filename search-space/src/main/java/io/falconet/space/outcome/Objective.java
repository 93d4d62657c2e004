package io.falconet.space.outcome;

import io.falconet.space.graph.Complexity;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** A quantity that a study optimises. */
public enum Objective {
    /** COCO's mean average precision over IoU 0.50 to 0.95. */
    MAP50_95("map50-95", "mAP50-95", Direction.MAXIMIZE, "", true),
    /** Mean average precision at IoU 0.50. */
    MAP50("map50", "mAP50", Direction.MAXIMIZE, "", true),
    /** COCO's mean average precision for small objects. */
    MAP_SMALL("map-small", "mAP small", Direction.MAXIMIZE, "", true),
    /** Median time of one inference on the study's device. */
    LATENCY("latency", "latency", Direction.MINIMIZE, "ms", true),
    /** Learned values executed. */
    PARAMETERS("parameters", "parameters", Direction.MINIMIZE, "", false),
    /** Multiply-accumulates for one image. */
    MACS("macs", "MACs", Direction.MINIMIZE, "", false);

    /** Which way is better. */
    public enum Direction {
        MAXIMIZE,
        MINIMIZE
    }

    private final String key;
    private final String label;
    private final Direction direction;
    private final String unit;
    private final boolean expensive;

    Objective(String key, String label, Direction direction, String unit, boolean expensive) {
        this.key = key;
        this.label = label;
        this.direction = direction;
        this.unit = unit;
        this.expensive = expensive;
    }

    /** The objective of that key. */
    public static Optional<Objective> of(String key) {
        return Arrays.stream(values()).filter(o -> o.key.equals(key)).findFirst();
    }

    /** All keys, for messages. */
    public static String keys() {
        return Arrays.stream(values()).map(Objective::key).collect(Collectors.joining(", "));
    }

    /** The name by which study files and stores know the objective. */
    public String key() {
        return key;
    }

    /** The name by which people know it. */
    public String label() {
        return label;
    }

    public Direction direction() {
        return direction;
    }

    /** The unit of {@link #value}, or nothing. */
    public String unit() {
        return unit;
    }

    /** Whether it takes training or measuring to know; cheap ones follow from the network alone. */
    public boolean expensive() {
        return expensive;
    }

    /** The quantity in {@link #unit}; NaN where the outcome lacks it. */
    public double value(Evaluated outcome) {
        return switch (this) {
            case MAP50_95 -> outcome.accuracy().map50To95();
            case MAP50 -> outcome.accuracy().map50();
            case MAP_SMALL -> outcome.accuracy().mapSmall();
            case LATENCY -> outcome.latency().map(LatencyReport::medianMillis).orElse(Double.NaN);
            case PARAMETERS -> outcome.complexity().parametersExecuted();
            case MACS -> outcome.complexity().macs();
        };
    }

    /** A cheap objective's quantity, from the network alone. */
    public double value(Complexity complexity) {
        return switch (this) {
            case PARAMETERS -> complexity.parametersExecuted();
            case MACS -> complexity.macs();
            case MAP50_95, MAP50, MAP_SMALL, LATENCY ->
                throw new IllegalStateException(label + " takes training or measuring to know.");
        };
    }
}
