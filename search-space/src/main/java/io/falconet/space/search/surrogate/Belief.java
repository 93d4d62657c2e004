package io.falconet.space.search.surrogate;

import java.util.stream.Stream;

/**
 * What is expected of a candidate, on the scale of normal scores: larger is worse, as of all that is minimised.
 *
 * @param deviation how far off that may be
 */
public record Belief(double mean, double deviation) {
    /** Values so many deviations better than expected. */
    public static double[] optimistic(Belief[] beliefs, double deviations) {
        return Stream.of(beliefs)
                .mapToDouble(it -> it.mean - deviations * it.deviation)
                .toArray();
    }
}
