package io.falconet.space.replay;

import io.falconet.space.table.TableException;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/**
 * A column of a table that a search optimises.
 *
 * @param maximised whether more is better
 * @param reference the worst value that counts in a hypervolume; where there is none, the worst of the table
 */
public record TableObjective(String column, boolean maximised, OptionalDouble reference) {
    /**
     * Reads {@code COLUMN:max} or {@code COLUMN:min}, with {@code :REFERENCE} behind it or not.
     *
     * @throws TableException if it is neither
     */
    public static TableObjective parse(String text) {
        List<String> parts = Arrays.asList(text.split(":", -1));
        boolean named = parts.size() == 2 || parts.size() == 3;
        if (!named
                || !List.of("max", "min").contains(parts.get(1))
                || parts.get(0).isBlank()) {
            throw new TableException(
                    "An objective reads COLUMN:max or COLUMN:min, and COLUMN:max:REFERENCE where the worst value that counts is given, found \"%s\". Maybe %s:max."
                            .formatted(text, parts.get(0).isBlank() ? "accuracy" : parts.get(0)));
        }
        return new TableObjective(
                parts.get(0),
                parts.get(1).equals("max"),
                parts.size() == 3 ? OptionalDouble.of(number(parts.get(2), text)) : OptionalDouble.empty());
    }

    private static double number(String reference, String text) {
        try {
            return Double.parseDouble(reference);
        } catch (NumberFormatException e) {
            throw new TableException(
                    "The worst value that counts was expected as a number, found \"%s\" in \"%s\". Maybe leave it away."
                            .formatted(reference, text),
                    e);
        }
    }

    /** A value as a coordinate to be minimised, or a coordinate as a value. */
    double turned(double value) {
        return maximised ? -value : value;
    }
}
