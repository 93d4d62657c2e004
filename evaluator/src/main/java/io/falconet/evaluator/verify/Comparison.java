package io.falconet.evaluator.verify;

import java.util.Arrays;
import java.util.Optional;

/**
 * The rule of what counts as equal: numbers within ten times the deviation of the reference's own 32-bit run, but at least
 * within a hundred thousandth of the output's scale, its largest absolute value; whole numbers exactly.
 */
final class Comparison {
    private static final double MARGIN = 10;
    private static final double LEAST_SHARE = 1e-5;

    private Comparison() {}

    /**
     * Compares numbers.
     *
     * @param ownDeviation of the reference, 0 where it is not known
     */
    static Verdict within(String name, String part, double[] expected, double[] found, double ownDeviation) {
        double scale = Arrays.stream(expected).map(Math::abs).max().orElse(0);
        return by(tolerance(ownDeviation, scale), name, part, expected, found);
    }

    /** The largest deviation that passes where an output's largest absolute value is {@code scale}. */
    static double tolerance(double ownDeviation, double scale) {
        return Math.max(MARGIN * ownDeviation, LEAST_SHARE * scale);
    }

    /** Compares numbers by a tolerance of their own. */
    static Verdict by(double tolerance, String name, String part, double[] expected, double[] found) {
        if (expected.length != found.length) {
            return Verdict.failed(name, part, lengths(expected.length, found.length));
        }
        double deviation = 0;
        for (int i = 0; i < found.length; i++) {
            double difference = Math.abs(expected[i] - found[i]);
            deviation = Double.isNaN(difference) ? Double.NaN : Math.max(deviation, difference);
        }
        return new Verdict(name, part, deviation, tolerance, Optional.empty());
    }

    /** Compares whole numbers. */
    static Verdict exact(String name, String part, int[] expected, int[] found) {
        if (expected.length != found.length) {
            return Verdict.failed(name, part, lengths(expected.length, found.length));
        }
        int different = 0;
        int first = -1;
        for (int i = 0; i < found.length; i++) {
            if (expected[i] != found[i]) {
                first = different == 0 ? i : first;
                different++;
            }
        }
        Optional<String> problem = different == 0
                ? Optional.empty()
                : Optional.of("Entry %d: expected %d, found %d.".formatted(first, expected[first], found[first]));
        return new Verdict(name, part, different, 0, problem);
    }

    private static String lengths(int expected, int found) {
        return "Expected %d entries, found %d.".formatted(expected, found);
    }
}
