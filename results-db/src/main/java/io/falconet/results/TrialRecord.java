package io.falconet.results;

import io.falconet.space.outcome.Fidelity;
import io.falconet.space.outcome.Outcome;
import io.falconet.space.search.strategy.Descent;
import java.time.Instant;
import java.util.Optional;

/**
 * A trial as it is stored, light: its outcome has an empty curve and an empty log. {@link TrialStore#outcome} gives all.
 *
 * @param architecture the architecture's text
 * @param fidelity how much training it gets
 * @param promoted number of the trial of its study whose training goes on in it; nothing where it starts
 * @param outcome what came of it; empty while it runs
 * @param finished when its outcome was recorded
 * @param reusedFrom the trial whose outcome was taken instead of evaluating again
 * @param descent where it comes from; nothing where nobody knows: it was imported, or an earlier version proposed it
 */
public record TrialRecord(
        long studyId,
        int number,
        String architecture,
        String networkId,
        Fidelity fidelity,
        Optional<Integer> promoted,
        TrialState state,
        Optional<Outcome> outcome,
        Instant proposed,
        Optional<Instant> finished,
        Optional<TrialReference> reusedFrom,
        Optional<Descent> descent) {
    /** One whose descent nobody knows. */
    public TrialRecord(
            long studyId,
            int number,
            String architecture,
            String networkId,
            Fidelity fidelity,
            Optional<Integer> promoted,
            TrialState state,
            Optional<Outcome> outcome,
            Instant proposed,
            Optional<Instant> finished,
            Optional<TrialReference> reusedFrom) {
        this(
                studyId,
                number,
                architecture,
                networkId,
                fidelity,
                promoted,
                state,
                outcome,
                proposed,
                finished,
                reusedFrom,
                Optional.empty());
    }
}
