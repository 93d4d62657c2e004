package io.falconet.results;

import io.falconet.results.TrialWrite.Proposal;
import io.falconet.results.TrialWrite.Recording;
import io.falconet.space.outcome.Outcome;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Writes what a driver has written of the trials of its study, all within the caller's transaction. */
final class GroupWriter {
    private final Handle handle;
    private final Claim claim;
    private final TrialWriter trials;

    GroupWriter(Handle handle, Claim claim) {
        this.handle = handle;
        this.claim = claim;
        this.trials = new TrialWriter(handle, claim.studyId());
    }

    /**
     * Does all of it.
     *
     * @param known the study's front as this process last saw it
     * @return its front once this is committed, as far as it is known
     * @throws StaleClaimException if another driver has taken over
     * @throws ResultsException if one of the writes is refused
     */
    Optional<StudyFront> write(List<TrialWrite> writes, Optional<StudyFront> known) {
        List<Proposal> proposals = only(Proposal.class, writes);
        List<Recording> recordings = only(Recording.class, writes);
        Claims claims = new Claims(handle);
        claims.change(claim, writes.size(), recordings.size());
        FrontWriter fronts = new FrontWriter(handle, claim.studyId());
        Optional<StudyFront> before = fronts.current(known, writes.size());
        trials.propose(proposals);
        if (recordings.isEmpty()) {
            return before;
        }
        List<Recording> ran = trials.finish(recordings);
        new OutcomeWriter(handle, claim.studyId()).write(ran);
        ran.forEach(recording -> recording.reusedFrom().ifPresent(source -> trials.reuse(recording.number(), source)));
        if (ran.size() < recordings.size()) {
            claims.change(claim, 0, ran.size() - recordings.size());
            recordings.stream().filter(each -> !ran.contains(each)).forEach(this::refuseAnother);
        }
        return fronts.add(ran, before);
    }

    private void refuseAnother(Recording recording) {
        Outcome stored = new TrialReading(handle)
                .outcome(claim.studyId(), recording.number())
                .orElseThrow();
        if (!stored.equals(recording.outcome())) {
            throw new ResultsException(
                    ("Trial %s has an outcome already, and it is another one than is now to be recorded.%n"
                                    + "Maybe the trial was run twice; its first outcome stays.")
                            .formatted(trials.reference(recording.number())));
        }
    }

    private static <T extends TrialWrite> List<T> only(Class<T> kind, List<TrialWrite> writes) {
        return writes.stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
