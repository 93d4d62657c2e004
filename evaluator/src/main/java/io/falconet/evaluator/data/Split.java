package io.falconet.evaluator.data;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * One part of a data set, with its purpose.
 *
 * @param name {@link #TRAIN}, {@link #VALIDATION}, {@link #TEST}, {@link #ALL} where nothing was split, or another word of
 *     the author
 * @param labels the file or folder that labels it
 */
public record Split(String name, Path labels, Reading reading) {
    public static final String TRAIN = "train";
    public static final String VALIDATION = "val";
    public static final String TEST = "test";
    public static final String ALL = "all";

    private static final List<String> ORDER = List.of(TRAIN, VALIDATION, TEST);

    /** The purpose that a file or folder of that name has: {@code Training} and {@code instances_train2017} are train. */
    public static String purpose(String name) {
        String word = name.toLowerCase(Locale.ROOT);
        if (word.contains("trainval")) {
            return "trainval";
        }
        if (word.contains("train")) {
            return TRAIN;
        }
        if (word.contains("val")) {
            return VALIDATION;
        }
        return word.contains("test") ? TEST : name;
    }

    /** Whether that is a purpose that {@link #purpose} finds in many names. */
    public static boolean known(String purpose) {
        return purpose.equals(TRAIN) || purpose.equals(VALIDATION) || purpose.equals(TEST);
    }

    /** Where it comes in a list: training first, then validation, test, and what has other names. */
    public int order() {
        return ORDER.contains(name) ? ORDER.indexOf(name) : ORDER.size();
    }

    /** The same part, read otherwise. */
    public Split with(Reading other) {
        return new Split(name, labels, other);
    }
}
