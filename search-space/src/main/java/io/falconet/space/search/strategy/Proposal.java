package io.falconet.space.search.strategy;

import java.util.Optional;

/**
 * What a search tries next.
 *
 * @param candidate what is tried
 * @param rung how far it is trained: 0 the least
 * @param promoted number of the proposal of the same candidate on a lower rung; nothing where the candidate is new
 */
public record Proposal(Candidate candidate, int rung, Optional<Integer> promoted) {
    /** A candidate that was not tried before. */
    static Proposal child(Candidate candidate) {
        return new Proposal(candidate, 0, Optional.empty());
    }
}
