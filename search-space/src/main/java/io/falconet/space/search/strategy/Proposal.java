package io.falconet.space.search.strategy;

import java.util.Optional;

/**
 * What a search tries next.
 *
 * @param candidate what is tried
 * @param rung how far it is trained: 0 the least
 * @param descent where it comes from
 */
public record Proposal(Candidate candidate, int rung, Descent descent) {
    /** A candidate that was not tried before. */
    static Proposal child(Candidate candidate, Descent descent) {
        return new Proposal(candidate, 0, descent);
    }

    /** A candidate that goes on. */
    static Proposal promoted(Candidate candidate, int rung, int number) {
        return new Proposal(candidate, rung, Descent.promoted(number));
    }

    /** Number of the proposal of the same candidate on a lower rung; nothing where the candidate is new. */
    public Optional<Integer> promoted() {
        return descent.origin() == Origin.PROMOTED
                ? Optional.of(descent.parents().get(0))
                : Optional.empty();
    }
}
