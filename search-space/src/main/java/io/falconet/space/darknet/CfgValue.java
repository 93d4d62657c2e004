package io.falconet.space.darknet;

import io.falconet.space.problem.Spelling;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The value of a field in a cfg file, or one of several between commas. What cannot be read as asked for is reported and
 * comes back as nothing, so that reading goes on to the next problem.
 *
 * @param section where it stands
 * @param key the field
 * @param line of the file
 * @param text without spaces
 */
record CfgValue(CfgSection section, String key, int line, String text) {
    /** The values between commas. */
    Stream<CfgValue> parts() {
        return Arrays.stream(text.split(",", -1)).map(part -> new CfgValue(section, key, line, part));
    }

    /** A whole number. */
    Optional<Integer> whole(int low) {
        try {
            int number = Integer.parseInt(text);
            if (number >= low) {
                return Optional.of(number);
            }
        } catch (NumberFormatException wrong) {
            // reported below, like a number that is too small
        }
        String range = low == Integer.MIN_VALUE ? "a whole number" : "a whole number from " + low + " on";
        section.unusable(key, expected(range), "Maybe digits alone, such as " + Math.max(low, 1) + ".");
        return Optional.empty();
    }

    /** A number above 0. */
    Optional<Double> positive() {
        try {
            double number = Double.parseDouble(text);
            if (number > 0 && Double.isFinite(number)) {
                return Optional.of(number);
            }
        } catch (NumberFormatException wrong) {
            // reported below, like a number that is too small
        }
        section.unusable(key, expected("a number above 0"), "Maybe a comma is lost or too many.");
        return Optional.empty();
    }

    /** What one of several words stands for. A wrong one does not make the section useless. */
    <T> Optional<T> word(Map<String, T> words) {
        if (!words.containsKey(text)) {
            List<String> sorted = words.keySet().stream().sorted().toList();
            section.problem(key, expected("one of " + String.join(", ", sorted)), Spelling.maybe(text, sorted));
        }
        return Optional.ofNullable(words.get(text));
    }

    private String expected(String what) {
        return "%s needs %s, found %s.".formatted(key, what, text.isEmpty() ? "nothing" : text);
    }
}
