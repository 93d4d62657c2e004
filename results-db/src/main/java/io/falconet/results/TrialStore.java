package io.falconet.results;

import io.falconet.space.outcome.Outcome;
import io.falconet.space.rank.Training;
import io.falconet.space.search.TrialRequest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * The trials of a results store. Whoever writes shows its {@link Claim}; whoever reads needs none. Safe for use by many
 * threads and processes at once.
 */
public final class TrialStore {
    private final Transactions transactions;

    TrialStore(Transactions transactions) {
        this.transactions = transactions;
    }

    /**
     * Stores that a trial is about to run. Proposing it again changes nothing.
     *
     * @throws StaleClaimException if another driver has taken over
     * @throws ResultsException if the trial of that number builds another network: the search is not the stored one
     */
    public void propose(Claim claim, TrialRequest request, Instant now) {
        transactions.use(handle -> {
            new Claims(handle).change(claim);
            new TrialWriter(handle, claim.studyId()).propose(request, now);
        });
    }

    /**
     * Stores what came of a proposed trial: outcome, curve and artifacts, all or nothing. Recording the same outcome again
     * changes nothing.
     *
     * @param reusedFrom the trial whose outcome it is, where it was not evaluated again
     * @throws StaleClaimException if another driver has taken over
     * @throws ResultsException if the trial was never proposed, or has another outcome already
     */
    public void record(
            Claim claim,
            int number,
            Outcome outcome,
            Optional<TrialReference> reusedFrom,
            List<StoredArtifact> artifacts,
            Instant now) {
        transactions.use(handle -> {
            new Claims(handle).change(claim);
            TrialWriter trial = new TrialWriter(handle, claim.studyId());
            if (trial.finish(number, TrialState.of(outcome), now)) {
                new OutcomeWriter(handle, claim.studyId(), number).write(outcome);
                reusedFrom.ifPresent(source -> trial.reuse(number, source));
                artifacts.forEach(artifact -> trial.artifact(number, artifact));
            } else {
                refuseAnother(handle, claim.studyId(), number, outcome);
            }
        });
    }

    /** The study's trials by number, light: without curves and logs. Ten thousand in well under 200 ms. */
    public List<TrialRecord> list(long studyId) {
        return transactions.in(handle -> new TrialReading(handle).list(studyId));
    }

    /** One trial, light: without curve and log. */
    public Optional<TrialRecord> find(long studyId, int number) {
        return transactions.in(handle -> new TrialReading(handle).find(studyId, number));
    }

    /** What came of a trial, whole and equal to what was recorded; nothing while it runs. */
    public Optional<Outcome> outcome(long studyId, int number) {
        return transactions.in(handle -> new TrialReading(handle).outcome(studyId, number));
    }

    /**
     * An evaluated trial of any study that answers what is about to be asked: same network, same training, same data, from the
     * same start. Trials that took their outcome from another one are never the answer: it is always the original. Of several,
     * the first one recorded.
     */
    public Optional<KnownTrial> known(Wanted wanted) {
        return transactions.in(handle -> new TrialReading(handle).known(wanted));
    }

    /**
     * How the networks that a study evaluated were ever trained, in any study, on the study's data by the study's recipe,
     * for however long: the study's own trainings first, each as they finished, light. One query: about 60 ms for 3,000
     * trainings of 1,000 networks among 20,000 trials.
     */
    public List<Training> trainings(long studyId) {
        return transactions.in(handle -> new TrainingReading(handle).of(studyId));
    }

    /** What a trial left, by name. */
    public List<StoredArtifact> artifacts(long studyId, int number) {
        return transactions.in(handle -> new TrialReading(handle).artifacts(studyId, number));
    }

    /** A number that grows whenever the study or one of its trials changes. Cheap: one row by its key. */
    public long version(long studyId) {
        return transactions.in(handle -> handle.createQuery("SELECT version FROM study WHERE id = :study")
                .bind("study", studyId)
                .mapTo(Long.class)
                .one());
    }

    private static void refuseAnother(Handle handle, long studyId, int number, Outcome outcome) {
        Outcome stored = new TrialReading(handle).outcome(studyId, number).orElseThrow();
        if (!stored.equals(outcome)) {
            throw new ResultsException(
                    ("Trial %s has an outcome already, and it is another one than is now to be recorded.%n"
                                    + "Maybe the trial was run twice; its first outcome stays.")
                            .formatted(new TrialWriter(handle, studyId).reference(number)));
        }
    }
}
