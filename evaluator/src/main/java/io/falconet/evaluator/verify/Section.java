package io.falconet.evaluator.verify;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A part of a reference vector, which says what it lacks.
 *
 * @param vector name of the vector
 * @param path of the part, keys joined by dots; empty for the whole
 * @param folder in which the vector's files lie
 */
record Section(String vector, String path, JsonNode node, Path folder) {
    /** The section under a key. */
    Section at(String key) {
        return new Section(vector, part(key), required(key), folder);
    }

    /** The sections of a list under a key. */
    List<Section> list(String key) {
        List<Section> sections = new ArrayList<>();
        for (JsonNode entry : required(key)) {
            sections.add(new Section(vector, part(key) + "." + sections.size(), entry, folder));
        }
        return sections;
    }

    /** The name of what lies under a key. */
    String part(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    boolean has(String key) {
        return node.has(key);
    }

    /** What lies under a key; nothing where it is absent. */
    JsonNode optional(String key) {
        return node.path(key);
    }

    String text(String key) {
        if (!required(key).isTextual()) {
            throw unlike(key, "a text");
        }
        return node.get(key).asText();
    }

    /** The lengths of axes, each at least 1. */
    List<Integer> sizes(String key) {
        List<Integer> sizes = Arrays.stream(integers(key)).boxed().toList();
        if (sizes.stream().anyMatch(size -> size < 1)) {
            throw unlike(key, "lengths of at least 1");
        }
        return sizes;
    }

    private JsonNode required(String key) {
        JsonNode value = node.get(key);
        if (value == null) {
            throw new VectorException(
                    "Expected %s, found nothing. Maybe the file comes from another version.".formatted(part(key)));
        }
        return value;
    }

    private VectorException unlike(String key, String expected) {
        return new VectorException("Expected %s in %s, found %s. Maybe the file comes from another version."
                .formatted(expected, part(key), node.get(key)));
    }

    double number(String key) {
        JsonNode value = required(key);
        if (!value.isNumber()) {
            throw unlike(key, "a number");
        }
        return value.asDouble();
    }

    int integer(String key) {
        if (!required(key).isIntegralNumber()) {
            throw unlike(key, "a whole number");
        }
        return node.get(key).asInt();
    }

    /** A list of numbers, or of lists of numbers, in a row. */
    double[] numbers(String key) {
        return at(key).numbers();
    }

    private double[] numbers() {
        List<Double> numbers = new ArrayList<>();
        collect(node, numbers);
        return numbers.stream().mapToDouble(number -> number).toArray();
    }

    private static void collect(JsonNode value, List<Double> into) {
        if (value.isArray()) {
            value.forEach(entry -> collect(entry, into));
        } else if (value.isNumber()) {
            into.add(value.asDouble());
        } else if (value.isBoolean()) {
            into.add(value.asBoolean() ? 1.0 : 0.0);
        } else {
            throw new VectorException(
                    "Expected numbers, found %s. Maybe the file was edited by hand.".formatted(value));
        }
    }

    float[] floats(String key) {
        return at(key).floats();
    }

    /** The section itself, a list of numbers. */
    float[] floats() {
        double[] numbers = numbers();
        float[] floats = new float[numbers.length];
        IntStream.range(0, floats.length).forEach(i -> floats[i] = (float) numbers[i]);
        return floats;
    }

    int[] integers(String key) {
        double[] numbers = numbers(key);
        if (Arrays.stream(numbers).anyMatch(number -> number != Math.rint(number))) {
            throw unlike(key, "whole numbers");
        }
        return Arrays.stream(numbers).mapToInt(number -> (int) number).toArray();
    }

    /** The first match of a pattern in a text. */
    Matcher match(String key, Pattern pattern, String expected) {
        Matcher words = pattern.matcher(required(key).asText());
        if (!words.find()) {
            throw unlike(key, expected);
        }
        return words;
    }

    /** How far numbers are from those under a key. */
    Verdict compare(String key, double... found) {
        return Comparison.within(vector, part(key), numbers(key), found, ownDeviation());
    }

    /** The same for 32-bit numbers. */
    Verdict compare(String key, float[] found) {
        return compare(
                key, IntStream.range(0, found.length).mapToDouble(i -> found[i]).toArray());
    }

    /** Whether whole numbers are those under a key. */
    Verdict compareExactly(String key, int... found) {
        return Comparison.exact(vector, part(key), integers(key), found);
    }

    /** By how much the reference itself is off in 32-bit numbers; 0 where it does not say. */
    double ownDeviation() {
        return has("f32_max_abs_diff") ? number("f32_max_abs_diff") : 0;
    }

    /** The verdict of a part that nobody checks. */
    Verdict unknown(String key) {
        return Verdict.failed(
                vector,
                part(key),
                "Expected a part that can be checked, found %s. Maybe the file comes from a later version."
                        .formatted(key));
    }
}
