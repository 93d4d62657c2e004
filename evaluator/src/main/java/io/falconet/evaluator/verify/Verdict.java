package io.falconet.evaluator.verify;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * How far one result of Falconet's lies from the reference's.
 *
 * @param name of the vector
 * @param part of the vector
 * @param deviation largest absolute difference, for exports as a share of the output's scale; for lists of whole numbers,
 *     how many entries differ; not a number where nothing could be compared
 * @param tolerance the largest deviation that passes
 * @param problem why nothing could be compared, or what differs in a list
 */
public record Verdict(String name, String part, double deviation, double tolerance, Optional<String> problem) {
    /** Nothing could be compared. */
    static Verdict failed(String name, String part, String problem) {
        return new Verdict(name, part, Double.NaN, 0, Optional.of(problem));
    }

    /** The verdict that says most: one without a comparison, else the one that is furthest over its tolerance. */
    static Verdict worst(List<Verdict> verdicts) {
        return verdicts.stream()
                .max(Comparator.comparingDouble(Verdict::severity))
                .orElseThrow(() ->
                        new VectorException("Expected at least one output, found none. Maybe the file was cut short."));
    }

    private double severity() {
        if (problem.isPresent() || Double.isNaN(deviation)) {
            return Double.POSITIVE_INFINITY;
        }
        return deviation == 0 ? 0 : deviation / tolerance;
    }

    /** Whether the result is the reference's. */
    public boolean passed() {
        return problem.isEmpty() && deviation <= tolerance;
    }
}
