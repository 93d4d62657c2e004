package io.falconet.results;

import io.falconet.space.outcome.Fidelity;
import io.falconet.space.search.TrialRequest;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Writes the trials of a study within the caller's transaction. */
final class TrialWriter {
    private final Handle handle;
    private final long studyId;

    TrialWriter(Handle handle, long studyId) {
        this.handle = handle;
        this.studyId = studyId;
    }

    void propose(TrialRequest request, Instant now) {
        Optional<Proposed> before = handle.createQuery(
                        """
                        SELECT network_id, epochs, images, batch, schedule, pixels FROM trial
                         WHERE study_id = :study AND number = :number
                        """)
                .bind("study", studyId)
                .bind("number", request.number())
                .map((row, context) -> new Proposed(row.getString("network_id"), OutcomeReader.fidelity(row, "")))
                .findOne();
        Proposed proposed = new Proposed(request.networkId(), request.fidelity());
        if (before.isEmpty()) {
            insert(request, now);
        } else if (!before.get().equals(proposed)) {
            throw new ResultsException(("Trial %s %s, but the search now proposes one that %s.%n"
                            + "Maybe the study file or Falconet's version changed since; search under another name.")
                    .formatted(reference(request.number()), before.get().text(), proposed.text()));
        }
    }

    /** What must be the same when a trial is proposed again. */
    private record Proposed(String networkId, Fidelity fidelity) {
        String text() {
            return "builds network " + networkId + " for " + fidelity.text();
        }
    }

    /** Puts a running trial into a final state; false where it has one already. */
    boolean finish(int number, TrialState state, Instant now) {
        int finished = handle.createUpdate(
                        """
                        UPDATE trial SET state = :state, finished_nanos = :now
                         WHERE study_id = :study AND number = :number AND state = 'RUNNING'
                        """)
                .bind("study", studyId)
                .bind("number", number)
                .bind("state", state)
                .bind("now", Nanos.of(now))
                .execute();
        if (finished == 0 && state(number).isEmpty()) {
            throw new ResultsException(
                    "Expected trial %s to be proposed before its outcome is recorded, found no such trial."
                            .formatted(reference(number)));
        }
        return finished == 1;
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

    void artifact(int number, StoredArtifact artifact) {
        handle.createUpdate(
                        """
                        INSERT INTO artifact (study_id, number, name, kind, sha256, bytes)
                        VALUES (:study, :number, :name, :kind, :sha256, :bytes)
                        """)
                .bind("study", studyId)
                .bind("number", number)
                .bind("name", artifact.name())
                .bind("kind", artifact.kind())
                .bind("sha256", artifact.sha256())
                .bind("bytes", artifact.bytes())
                .execute();
    }

    /** How people name a trial of this study. */
    TrialReference reference(int number) {
        String study = handle.createQuery("SELECT name FROM study WHERE id = :study")
                .bind("study", studyId)
                .mapTo(String.class)
                .one();
        return new TrialReference(study, number);
    }

    private void insert(TrialRequest request, Instant now) {
        handle.createUpdate(
                        """
                        INSERT INTO trial (study_id, number, architecture, network_id, epochs, images, batch, schedule,
                                           pixels, seed, promoted, state, proposed_nanos)
                        VALUES (:study, :number, :architecture, :network, :epochs, :images, :batch, :schedule,
                                :pixels, :seed, :promoted, 'RUNNING', :now)
                        """)
                .bind("study", studyId)
                .bind("number", request.number())
                .bind("architecture", request.architecture().text())
                .bind("network", request.networkId())
                .bind("epochs", request.fidelity().epochs())
                .bind("images", request.fidelity().images())
                .bind("batch", request.fidelity().batch())
                .bind("schedule", request.fidelity().schedule())
                .bind("pixels", request.fidelity().pixels())
                .bind("seed", request.seed())
                .bind("promoted", request.promoted())
                .bind("now", Nanos.of(now))
                .execute();
    }

    private Optional<TrialState> state(int number) {
        return handle.createQuery("SELECT state FROM trial WHERE study_id = :study AND number = :number")
                .bind("study", studyId)
                .bind("number", number)
                .mapTo(TrialState.class)
                .findOne();
    }
}
