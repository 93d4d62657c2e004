package io.falconet.space.search;

import io.falconet.space.outcome.Fidelity;
import io.falconet.space.search.strategy.Descent;
import io.falconet.space.space.Architecture;
import java.util.Optional;

/**
 * One evaluation that a search asks for.
 *
 * @param number the trial's place in the search's sequence, from 0
 * @param architecture what to evaluate
 * @param networkId the id of the detector that it builds, mostly its network's
 * @param fidelity how much training to give
 * @param seed from which all randomness of the evaluation flows
 * @param promoted number of the trial of the same network whose training goes on here; nothing where it starts
 * @param objection why it is not to be trained after all: a seed that breaks a limit has a trial, and no other candidate
 * @param descent where it comes from; nothing where no search asked for it
 */
public record TrialRequest(
        int number,
        Architecture architecture,
        String networkId,
        Fidelity fidelity,
        long seed,
        Optional<Integer> promoted,
        Optional<String> objection,
        Optional<Descent> descent) {
    /** A training from its start, or of a promoted trial, that nothing speaks against. */
    public TrialRequest(
            int number,
            Architecture architecture,
            String networkId,
            Fidelity fidelity,
            long seed,
            Optional<Integer> promoted) {
        this(
                number,
                architecture,
                networkId,
                fidelity,
                seed,
                promoted,
                Optional.empty(),
                promoted.map(Descent::promoted));
    }

    /** A training from its start, that nothing speaks against. */
    public TrialRequest(int number, Architecture architecture, String networkId, Fidelity fidelity, long seed) {
        this(number, architecture, networkId, fidelity, seed, Optional.empty());
    }

    /** The same, come by in that way. */
    public TrialRequest from(Descent known) {
        return new TrialRequest(
                number, architecture, networkId, fidelity, seed, promoted, objection, Optional.of(known));
    }
}
