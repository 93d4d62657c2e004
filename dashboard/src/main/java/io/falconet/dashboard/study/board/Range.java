package io.falconet.dashboard.study.board;

import java.util.Locale;
import java.util.Optional;

/**
 * From a value to another, both within it.
 *
 * @param low −∞ where there is no lower end
 * @param high ∞ where there is no upper end
 */
public record Range(double low, double high) {
    private static final String BETWEEN = "..";

    /** The range between two ends, in either order; nothing where neither of them is one, or one is no number. */
    public static Optional<Range> of(double one, double other) {
        if (Double.isNaN(one) || Double.isNaN(other) || Double.isInfinite(one) && Double.isInfinite(other)) {
            return Optional.empty();
        }
        return Optional.of(new Range(Math.min(one, other), Math.max(one, other)));
    }

    /** Reads {@code 2..5}, {@code ..5} or {@code 2..}; nothing where the text is none of them. */
    public static Optional<Range> parse(String text) {
        int between = text.indexOf(BETWEEN);
        if (between < 0) {
            return Optional.empty();
        }
        try {
            String low = text.substring(0, between);
            String high = text.substring(between + BETWEEN.length());
            return of(
                    low.isEmpty() ? Double.NEGATIVE_INFINITY : Double.parseDouble(low),
                    high.isEmpty() ? Double.POSITIVE_INFINITY : Double.parseDouble(high));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** Whether a value is within; NaN is within none. */
    public boolean has(double value) {
        return value >= low && value <= high;
    }

    /** What {@link #parse} reads, with as many digits as tell values of six digits apart. */
    public String text() {
        return end(low) + BETWEEN + end(high);
    }

    private static String end(double end) {
        if (Double.isInfinite(end)) {
            return "";
        }
        String text = String.format(Locale.ROOT, "%.6g", end);
        double rounded = Double.parseDouble(text);
        return rounded == Math.rint(rounded) && Math.abs(rounded) < 1e15
                ? Long.toString((long) rounded)
                : Double.toString(rounded);
    }
}
