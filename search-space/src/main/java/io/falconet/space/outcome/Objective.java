package io.falconet.space.outcome;

import io.falconet.space.graph.Complexity;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A quantity that a study optimises. */
public enum Objective {
    /** COCO's mean average precision over IoU 0.50 to 0.95. */
    MAP50_95("map50-95", "mAP50-95", Direction.MAXIMIZE, "", Origin.TRAINING),
    /** Mean average precision at IoU 0.50. */
    MAP50("map50", "mAP50", Direction.MAXIMIZE, "", Origin.TRAINING),
    /** COCO's mean average precision for small objects. */
    MAP_SMALL("map-small", "mAP small", Direction.MAXIMIZE, "", Origin.TRAINING),
    /** Median time of one inference on the study's device. */
    LATENCY("latency", "latency", Direction.MINIMIZE, "ms", Origin.DEVICE),
    /** Learned values executed. */
    PARAMETERS("parameters", "parameters", Direction.MINIMIZE, "", Origin.NETWORK),
    /** Multiply-accumulates for one image. */
    MACS("macs", "MACs", Direction.MINIMIZE, "", Origin.NETWORK),
    /** Natural logarithm of the untrained network's synaptic flow. */
    SYNFLOW("synflow", "synflow (ln)", Direction.MAXIMIZE, "", Origin.UNTRAINED),
    /** How differently the untrained network sees images. */
    NASWOT("naswot", "NASWOT", Direction.MAXIMIZE, "", Origin.UNTRAINED),
    /** How differently the untrained network answers changes of images. */
    JACOV("jacov", "jacov", Direction.MAXIMIZE, "", Origin.UNTRAINED),
    /** Norm of the first gradient. */
    GRAD_NORM("grad-norm", "grad norm", Direction.MAXIMIZE, "", Origin.UNTRAINED);

    /** Which way is better. */
    public enum Direction {
        MAXIMIZE,
        MINIMIZE
    }

    /** What it takes to know. */
    public enum Origin {
        /** It follows from the network alone, at once. */
        NETWORK,
        /** A score of the network before it is trained, in seconds. */
        UNTRAINED,
        /** It is measured on the study's device. */
        DEVICE,
        /** It is known after training. */
        TRAINING
    }

    private final String key;
    private final String label;
    private final Direction direction;
    private final String unit;
    private final Origin origin;

    Objective(String key, String label, Direction direction, String unit, Origin origin) {
        this.key = key;
        this.label = label;
        this.direction = direction;
        this.unit = unit;
        this.origin = origin;
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

    /** What it takes to know. */
    public Origin origin() {
        return origin;
    }

    /** Whether it takes training, measuring or scoring to know; cheap ones follow from the network alone. */
    public boolean expensive() {
        return origin != Origin.NETWORK;
    }

    /** The scores without training. */
    public static List<Objective> scores() {
        return Arrays.stream(values())
                .filter(objective -> objective.origin == Origin.UNTRAINED)
                .toList();
    }

    /** The quantity in {@link #unit}; NaN where the outcome lacks it. */
    public double value(Evaluated outcome) {
        return switch (this) {
            case MAP50_95 -> outcome.accuracy().map50To95();
            case MAP50 -> outcome.accuracy().map50();
            case MAP_SMALL -> outcome.accuracy().mapSmall();
            case LATENCY -> outcome.latency().map(LatencyReport::medianMillis).orElse(Double.NaN);
            case PARAMETERS -> known(outcome.complexity().parametersExecuted());
            case MACS -> known(outcome.complexity().macs());
            case SYNFLOW, NASWOT, JACOV, GRAD_NORM -> outcome.scores().getOrDefault(this, Double.NaN);
        };
    }

    private static double known(long count) {
        return count == Complexity.UNKNOWN ? Double.NaN : count;
    }

    /** A cheap objective's quantity, from the network alone. */
    public double value(Complexity complexity) {
        return switch (this) {
            case PARAMETERS -> complexity.parametersExecuted();
            case MACS -> complexity.macs();
            case MAP50_95, MAP50, MAP_SMALL, LATENCY, SYNFLOW, NASWOT, JACOV, GRAD_NORM ->
                throw new IllegalStateException(label + " takes training, measuring or scoring to know.");
        };
    }
}
