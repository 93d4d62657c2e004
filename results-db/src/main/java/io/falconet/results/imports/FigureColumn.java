package io.falconet.results.imports;

import java.util.Collection;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where in a file a figure stands.
 *
 * @param times by what its values are multiplied
 * @param over by what they are divided
 */
record FigureColumn(Figure figure, String column, double times, double over) {
    private static final Pattern SCALED = Pattern.compile("(.+)([*/])(-?[0-9.]+(?:[eE]-?[0-9]+)?)");
    private static final Pattern NUMBER = Pattern.compile("[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d+)?");
    private static final Pattern NO_NUMBER = Pattern.compile("(?i)|nan|none|null|na|n/a|<na>|[-+]?inf(inity)?");

    /** A column as it is. */
    FigureColumn(Figure figure, String column) {
        this(figure, column, 1, 1);
    }

    /** The column that was typed, if it is one of those known: {@code values_0}, {@code values_0/100}. */
    static Optional<FigureColumn> typed(Figure figure, String text, Collection<String> known) {
        if (known.contains(text)) {
            return Optional.of(new FigureColumn(figure, text));
        }
        Matcher scaled = SCALED.matcher(text);
        if (!scaled.matches()
                || !known.contains(scaled.group(1))
                || !NUMBER.matcher(scaled.group(3)).matches()) {
            return Optional.empty();
        }
        double by = Double.parseDouble(scaled.group(3));
        boolean times = scaled.group(2).equals("*");
        return by == 0 || Double.isInfinite(by)
                ? Optional.empty()
                : Optional.of(new FigureColumn(figure, scaled.group(1), times ? by : 1, times ? 1 : by));
    }

    /** The column's name in what was typed, without a factor. */
    static String name(String typed) {
        Matcher scaled = SCALED.matcher(typed);
        return scaled.matches() ? scaled.group(1) : typed;
    }

    /** Whether a text stands for no number: it is empty, NaN, infinite, or says that there is none. */
    static boolean missing(String text) {
        return text.isEmpty()
                || !Character.isDigit(text.charAt(text.length() - 1))
                        && NO_NUMBER.matcher(text).matches();
    }

    /** Whether a text is a number that can be computed with. */
    static boolean number(String text) {
        return NUMBER.matcher(text).matches() && Double.isFinite(Double.parseDouble(text));
    }

    /** The figure of a text that is a {@link #number}. */
    double value(String text) {
        return Double.parseDouble(text) * times / over;
    }

    /** Whether what is more in the file is less as a figure. */
    boolean turned() {
        return times * over < 0;
    }

    /** Whether the figure is the number in the file. */
    boolean plain() {
        return times == 1 && over == 1;
    }
}
