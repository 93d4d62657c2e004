package io.falconet.results;

import io.falconet.results.TrialWrite.Proposal;
import io.falconet.results.TrialWrite.Recording;
import io.falconet.space.outcome.Fidelity;
import io.falconet.space.outcome.Outcome;
import io.falconet.space.rank.Training;
import io.falconet.space.search.FrontRule;
import io.falconet.space.search.TrialRequest;
import io.falconet.space.study.StudySpec;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The trials of a results store. Whoever writes shows its {@link Claim}; whoever reads needs none. Safe for use by many
 * threads and processes at once.
 */
public final class TrialStore {
    private final Transactions transactions;
    private final GroupCommit commits;

    TrialStore(Transactions transactions) {
        this.transactions = transactions;
        this.commits = new GroupCommit(transactions);
    }

    /**
     * Stores that a trial is about to run. Proposing it again changes nothing.
     *
     * @throws StaleClaimException if another driver has taken over
     * @throws ResultsException if the trial of that number builds another network: the search is not the stored one
     */
    public void propose(Claim claim, TrialRequest request, Instant now) {
        commits.write(claim, new Proposal(request, now));
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
        commits.write(
                claim, new Recording(number, outcome, OutcomeRow.of(outcome), reusedFrom, List.copyOf(artifacts), now));
    }

    /** The study's trials by number, light: without curves and logs. Ten thousand in well under 200 ms. */
    public List<TrialRecord> list(long studyId) {
        return transactions.in(handle -> new TrialReading(handle).list(studyId));
    }

    /**
     * Trials of the given numbers, light and in that order; numbers that no trial has are left out. For what is on a screen:
     * some hundred at once.
     */
    public List<TrialRecord> list(long studyId, List<Integer> numbers) {
        return transactions.in(handle -> new TrialReading(handle).list(studyId, numbers));
    }

    /**
     * The study's front, light and by number: the trials that were trained in full and within its limits, and that no other
     * such trial beats in all of its objectives. It is kept as outcomes are recorded, so this takes time in proportion to
     * the trials on it; where an older version recorded them, all are read until the study goes on.
     */
    public List<TrialRecord> front(long studyId, StudySpec study) {
        return transactions.snapshot(handle -> new FrontReading(handle).trials(studyId, new FrontRule(study)));
    }

    /**
     * Some of a study's trials by number, light.
     *
     * @param state only those in it; empty for all
     * @param after only those of higher numbers
     */
    public List<TrialRecord> page(long studyId, Optional<TrialState> state, int after, int most) {
        return transactions.in(handle -> new TrialReading(handle).page(studyId, state, after, most));
    }

    /** One trial, light: without curve and log. */
    public Optional<TrialRecord> find(long studyId, int number) {
        return transactions.in(handle -> new TrialReading(handle).find(studyId, number));
    }

    /** What came of a trial, whole and equal to what was recorded; nothing while it runs. */
    public Optional<Outcome> outcome(long studyId, int number) {
        return transactions.in(handle -> new TrialReading(handle).outcome(studyId, number));
    }

    /** What is kept in words of a trial that failed or was imported; nothing of any other. */
    public Optional<String> log(long studyId, int number) {
        return transactions.in(handle -> new TrialReading(handle).log(studyId, number));
    }

    /**
     * An evaluated trial of any study that answers what is about to be asked: same network, same training, same data, from the
     * same start. Trials that took their outcome from another one are never the answer: it is always the original. Nor are
     * those that were imported. Of several, the first one recorded.
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

    /**
     * As { #trainings}, but of those networks alone that were trained to several amounts: all that tells how far the
     * brief training is to be trusted. One query; it asks once for each network of the study, so a million take seconds.
     */
    public List<Training> retrainings(long studyId) {
        return transactions.in(handle -> new TrainingReading(handle).severalTimes(studyId));
    }

    /** How many networks a study has evaluated. Looks at each of its trials. */
    public int networks(long studyId) {
        return transactions.in(handle -> new TrainingReading(handle).networks(studyId));
    }

    /** Which trial of a study evaluated each of the given networks at that fidelity: of several the first. */
    public Map<String, Integer> numbers(long studyId, Fidelity fidelity, Set<String> networks) {
        return transactions.in(handle -> new TrainingReading(handle).numbers(studyId, fidelity, networks));
    }

    /** What a trial left, by name. */
    public List<StoredArtifact> artifacts(long studyId, int number) {
        return transactions.in(handle -> new TrialReading(handle).artifacts(studyId, number));
    }

    /** The study's trials from a number on, by number, light. Takes time for those alone. */
    public List<TrialRecord> since(long studyId, int number) {
        return transactions.in(handle -> new TrialReading(handle).since(studyId, number));
    }

    /**
     * Why trials of the study have no figures: each reason once with how many have it, in the order of the first of them.
     * One query over what has no figures.
     */
    public List<Trouble> troubles(long studyId) {
        return transactions.in(handle -> new TroubleReading(handle).of(studyId));
    }

    /** Numbers of the trials that a trial is a parent of, ascending; those that went on from it are among them. */
    public List<Integer> children(long studyId, int number) {
        return transactions.in(handle -> new DescentReading(handle).children(studyId, number));
    }

    /** A number that grows whenever the study or one of its trials changes. Cheap: one row by its key. */
    public long version(long studyId) {
        return transactions.in(handle -> handle.createQuery("SELECT version FROM study WHERE id = :study")
                .bind("study", studyId)
                .mapTo(Long.class)
                .one());
    }
}
