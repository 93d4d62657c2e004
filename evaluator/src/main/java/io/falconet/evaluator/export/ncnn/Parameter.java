package io.falconet.evaluator.export.ncnn;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A parameter of a layer as it is written. ncnn knows parameters by number, and tells a real number by its point.
 *
 * @param text such as {@code 1=3}
 */
record Parameter(String text) {
    /** What is added to the number of a parameter that is a list; the sum is written negative. */
    private static final int LIST = 23300;

    static Parameter number(int key, int value) {
        return new Parameter(key + "=" + value);
    }

    /** Nine digits, which tell all 32-bit floats apart, in the 15 characters that ncnn reads. */
    static Parameter real(int key, double value) {
        return new Parameter(key + "=" + String.format(Locale.ROOT, "%.8e", (float) value));
    }

    /** A list of whole numbers, which starts with its length. */
    static Parameter numbers(int key, int... values) {
        return new Parameter("-%d=%d,%s"
                .formatted(
                        LIST + key,
                        values.length,
                        Arrays.stream(values).mapToObj(String::valueOf).collect(Collectors.joining(","))));
    }
}
