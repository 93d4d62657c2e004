package io.falconet.results;

import io.falconet.space.outcome.Outcome;
import io.falconet.space.search.TrialRequest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What a driver has written of one trial of its study. */
sealed interface TrialWrite {
    /** A trial that is about to run. */
    record Proposal(TrialRequest request, Instant now) implements TrialWrite {}

    /**
     * What came of a trial.
     *
     * @param row the outcome as {@link OutcomeWriter} writes it, made by the thread that records rather than by that which
     *     commits for many
     * @param reusedFrom the trial whose outcome it is, where it was not evaluated again
     */
    record Recording(
            int number,
            Outcome outcome,
            OutcomeRow row,
            Optional<TrialReference> reusedFrom,
            List<StoredArtifact> artifacts,
            Instant now)
            implements TrialWrite {}
}
