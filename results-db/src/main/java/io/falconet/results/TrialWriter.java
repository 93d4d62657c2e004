package io.falconet.results;

import io.falconet.results.TrialWrite.Proposal;
import io.falconet.results.TrialWrite.Recording;
import io.falconet.space.outcome.Fidelity;
import io.falconet.space.search.TrialRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Writes the trials of a study within the caller's transaction. */
final class TrialWriter {
    /** Nothing where there is that trial. The study is locked: nobody else writes it meanwhile. */
    private static final String INSERT =
            """
            INSERT INTO trial (study_id, number, architecture, network_id, epochs, images, batch, schedule, pixels, seed,
                               promoted, state, proposed_nanos, origin, parent, other_parent, seed_name)
            SELECT CAST(? AS BIGINT), CAST(? AS INTEGER), CAST(? AS VARCHAR), CAST(? AS VARCHAR), CAST(? AS INTEGER),
                   CAST(? AS INTEGER), CAST(? AS INTEGER), CAST(? AS INTEGER), CAST(? AS DOUBLE PRECISION),
                   CAST(? AS BIGINT), CAST(? AS INTEGER), 'RUNNING', CAST(? AS BIGINT), CAST(? AS VARCHAR),
                   CAST(? AS INTEGER), CAST(? AS INTEGER), CAST(? AS VARCHAR)
             WHERE NOT EXISTS (SELECT 1 FROM trial WHERE study_id = ? AND number = ?)
            """;

    private static final String FINISH =
            """
            UPDATE trial SET state = ?, finished_nanos = ?
             WHERE study_id = ? AND number = ? AND state = 'RUNNING'
            """;

    private final Handle handle;
    private final long studyId;

    TrialWriter(Handle handle, long studyId) {
        this.handle = handle;
        this.studyId = studyId;
    }

    /** Stores trials that are about to run; what is stored already stays as it is. */
    void propose(List<Proposal> proposals) {
        int[] inserted =
                new Batch(handle, INSERT).run(proposals.stream().map(this::row).toList());
        for (int i = 0; i < inserted.length; i++) {
            if (inserted[i] == 0) {
                requireSame(proposals.get(i).request());
            }
        }
    }

    private void requireSame(TrialRequest request) {
        Proposed before = handle.createQuery(
                        """
                        SELECT network_id, epochs, images, batch, schedule, pixels FROM trial
                         WHERE study_id = :study AND number = :number
                        """)
                .bind("study", studyId)
                .bind("number", request.number())
                .map((row, context) -> new Proposed(row.getString("network_id"), OutcomeReader.fidelity(row, "")))
                .one();
        Proposed proposed = new Proposed(request.networkId(), request.fidelity());
        if (!before.equals(proposed)) {
            throw new ResultsException(("Trial %s %s, but the search now proposes one that %s.%n"
                            + "Maybe the study file or Falconet's version changed since; search under another name.")
                    .formatted(reference(request.number()), before.text(), proposed.text()));
        }
    }

    /** What must be the same when a trial is proposed again. */
    private record Proposed(String networkId, Fidelity fidelity) {
        String text() {
            return "builds network " + networkId + " for " + fidelity.text();
        }
    }

    /**
     * Puts trials that run into their final states.
     *
     * @return those of them that ran; the others have an outcome already
     */
    List<Recording> finish(List<Recording> recordings) {
        int[] finished = new Batch(handle, FINISH)
                .run(recordings.stream()
                        .map(recording -> new Object[] {
                            TrialState.of(recording.outcome()).name(),
                            Nanos.of(recording.now()),
                            studyId,
                            recording.number()
                        })
                        .toList());
        List<Recording> ran = new ArrayList<>();
        for (int i = 0; i < finished.length; i++) {
            Recording recording = recordings.get(i);
            if (finished[i] == 1) {
                ran.add(recording);
            } else if (state(recording.number()).isEmpty()) {
                throw new ResultsException(
                        "Expected trial %s to be proposed before its outcome is recorded, found no such trial."
                                .formatted(reference(recording.number())));
            }
        }
        return ran;
    }

    /** Notes that a trial's outcome was taken from another. */
    void reuse(int number, TrialReference source) {
        int reused = handle.createUpdate(
                        """
                        UPDATE trial
                           SET reused_study_id = (SELECT id FROM study WHERE name = :source), reused_number = :reused
                         WHERE study_id = :study AND number = :number
                           AND EXISTS (SELECT 1 FROM trial o JOIN study s ON s.id = o.study_id
                                        WHERE s.name = :source AND o.number = :reused AND o.state = 'EVALUATED'
                                          AND o.reused_study_id IS NULL)
                        """)
                .bind("source", source.study())
                .bind("reused", source.number())
                .bind("study", studyId)
                .bind("number", number)
                .execute();
        if (reused == 0) {
            throw new ResultsException(("Expected %s to be a trial that was itself evaluated, found none.%n"
                            + "Maybe its outcome was taken from another trial; name that one.")
                    .formatted(source));
        }
    }

    /** How people name a trial of this study. */
    TrialReference reference(int number) {
        String study = handle.createQuery("SELECT name FROM study WHERE id = :study")
                .bind("study", studyId)
                .mapTo(String.class)
                .one();
        return new TrialReference(study, number);
    }

    private Object[] row(Proposal proposal) {
        TrialRequest request = proposal.request();
        Fidelity fidelity = request.fidelity();
        Object[] descent = DescentReading.values(request.descent());
        return new Object[] {
            studyId,
            request.number(),
            request.architecture().text(),
            request.networkId(),
            fidelity.epochs(),
            fidelity.images(),
            fidelity.batch(),
            fidelity.schedule(),
            fidelity.pixels(),
            request.seed(),
            request.promoted().orElse(null),
            Nanos.of(proposal.now()),
            descent[0],
            descent[1],
            descent[2],
            descent[3],
            studyId,
            request.number()
        };
    }

    private Optional<TrialState> state(int number) {
        return handle.createQuery("SELECT state FROM trial WHERE study_id = :study AND number = :number")
                .bind("study", studyId)
                .bind("number", number)
                .mapTo(TrialState.class)
                .findOne();
    }
}
