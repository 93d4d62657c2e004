package io.falconet.evaluator.verify;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * An input that a loss vector describes in words, such as {@code det_input(60,(2,84,35))*2}.
 *
 * @param tensor its number in the {@link FillRule}
 * @param shape outermost dimension first
 * @param factor of the values
 */
record FilledInput(int tensor, List<Integer> shape, float factor) {
    /** The number of the first input of a vector. */
    static final int FIRST_TENSOR = 1000003;

    private static final Pattern WORDS =
            Pattern.compile("det_input\\((\\d+),\\s*\\(([\\d,\\s]+)\\)\\)(?:\\s*\\*\\s*(\\d+(?:\\.\\d+)?))?");

    static FilledInput in(Section section, String key) {
        Matcher words = section.match(key, WORDS, "det_input(NUMBER,(SHAPE))*FACTOR");
        float factor = words.group(3) == null ? 1 : Float.parseFloat(words.group(3));
        return new FilledInput(FIRST_TENSOR + Integer.parseInt(words.group(1)), integers(words.group(2)), factor);
    }

    /** Reads numbers that commas part. */
    static List<Integer> integers(String words) {
        return Stream.of(words.split(","))
                .map(String::strip)
                .map(Integer::valueOf)
                .toList();
    }

    int size() {
        return shape.stream().reduce(1, Math::multiplyExact);
    }

    float[] values() {
        float[] values = FillRule.input(tensor, size());
        for (int i = 0; i < values.length; i++) {
            values[i] *= factor;
        }
        return values;
    }
}
