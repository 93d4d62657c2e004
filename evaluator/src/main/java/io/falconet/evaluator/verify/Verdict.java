package io.falconet.evaluator.verify;

import java.util.Optional;

/**
 * How far one result of Falconet's lies from the reference's.
 *
 * @param name of the vector
 * @param part of the vector
 * @param deviation largest absolute difference; for lists of whole numbers, how many entries differ; not a number where
 *     nothing could be compared
 * @param tolerance the largest deviation that passes
 * @param problem why nothing could be compared, or what differs in a list
 */
public record Verdict(String name, String part, double deviation, double tolerance, Optional<String> problem) {
    /** Nothing could be compared. */
    static Verdict failed(String name, String part, String problem) {
        return new Verdict(name, part, Double.NaN, 0, Optional.of(problem));
    }

    /** Whether the result is the reference's. */
    public boolean passed() {
        return problem.isEmpty() && deviation <= tolerance;
    }
}
