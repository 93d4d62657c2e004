package io.falconet.space.importance;

import java.util.Arrays;

/**
 * What was decided, and what came of it.
 *
 * @param options how many options each decision has, at least 1
 * @param taken an array an observation: the option that it took, by its place, for each decision
 * @param values what came of each observation, a finite number
 */
public record Observations(int[] options, int[][] taken, double[] values) {
    public Observations {
        options = options.clone();
        taken = Arrays.stream(taken).map(int[]::clone).toArray(int[][]::new);
        values = values.clone();
        if (taken.length != values.length) {
            throw new IllegalArgumentException("As many values as observations were expected, found %d and %d."
                    .formatted(values.length, taken.length));
        }
        for (int i = 0; i < taken.length; i++) {
            require(options, taken[i], values[i]);
        }
    }

    private static void require(int[] options, int[] taken, double value) {
        boolean fits = taken.length == options.length && Double.isFinite(value);
        for (int decision = 0; fits && decision < options.length; decision++) {
            fits = taken[decision] >= 0 && taken[decision] < options[decision];
        }
        if (!fits) {
            throw new IllegalArgumentException(
                    "An option of each decision (of %s) and a finite value were expected, found %s and %s."
                            .formatted(Arrays.toString(options), Arrays.toString(taken), value));
        }
    }

    /** How many there are. */
    public int size() {
        return values.length;
    }
}
