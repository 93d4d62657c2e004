package io.falconet.space.study;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A number in which a study's training may differ from the recipe that it names. */
public enum RecipeChange {
    /** The highest learning rate. */
    RATE("rate", 1e-9, 10, false),
    /** Pull of kernels towards zero. */
    WEIGHT_DECAY("weight-decay", 0, 1, false),
    /** Probability that four images are combined into one. */
    MOSAIC("mosaic", 0, 1, false),
    /** Most small objects of an image that are copied to another place of it. */
    COPIES("copies", 0, 100, true),
    /** Probability of mirroring top and bottom, for what has no up. */
    VERTICAL_FLIP("vertical-flip", 0, 1, false);

    private final String key;
    private final double least;
    private final double most;
    private final boolean whole;

    RecipeChange(String key, double least, double most, boolean whole) {
        this.key = key;
        this.least = least;
        this.most = most;
        this.whole = whole;
    }

    /** The change of that key. */
    public static Optional<RecipeChange> of(String key) {
        return Arrays.stream(values()).filter(change -> change.key.equals(key)).findFirst();
    }

    /** All keys, for messages. */
    public static List<String> keys() {
        return Arrays.stream(values()).map(RecipeChange::key).toList();
    }

    /** The name by which study files know it. */
    public String key() {
        return key;
    }

    /** What is wrong with a value, if anything. */
    Optional<String> objection(double value) {
        boolean fits = value >= least && value <= most && (!whole || value == Math.rint(value));
        return fits
                ? Optional.empty()
                : Optional.of("%s needs a %s from %s to %s, found %s."
                        .formatted(key, whole ? "whole number" : "number", plain(least), plain(most), plain(value)));
    }

    /** The value as short as it can be said. */
    static String plain(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }
}
