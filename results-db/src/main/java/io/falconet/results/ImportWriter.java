package io.falconet.results;

import io.falconet.results.TrialWrite.Recording;
import io.falconet.space.outcome.Fidelity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Stores a study that was imported, with all of its trials and its front, within the caller's transaction. */
final class ImportWriter {
    /** Trials sent to the database together. */
    private static final int TOGETHER = 1000;

    private static final String STUDY =
            """
            INSERT INTO study (name, spec, trials, state, message, created_nanos, started_nanos, ended_nanos, token, version,
                               finished, imported)
            VALUES (:name, :spec, :trials, 'FINISHED', :message, :now, :started, :ended, 0, 1, :trials, :imported)
            """;

    private static final String TRIAL =
            """
            INSERT INTO trial (study_id, number, architecture, network_id, epochs, images, batch, schedule, pixels, seed,
                               state, proposed_nanos, finished_nanos)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?, ?, ?)
            """;

    private final Handle handle;

    ImportWriter(Handle handle) {
        this.handle = handle;
    }

    StudyRecord write(ImportedStudy study, Instant now) {
        handle.createUpdate(STUDY)
                .bind("name", study.name())
                .bind("spec", study.specYaml())
                .bind("trials", study.trials().size())
                .bind("message", "Imported from " + study.source() + ".")
                .bind("now", Nanos.of(now))
                .bind("started", Nanos.of(study.started()))
                .bind("ended", Nanos.of(study.ended()))
                .bind("imported", study.source())
                .execute();
        StudyReading studies = new StudyReading(handle);
        long id = studies.find(study.name()).orElseThrow().id();
        for (int from = 0; from < study.trials().size(); from += TOGETHER) {
            int to = Math.min(from + TOGETHER, study.trials().size());
            write(id, from, study.trials().subList(from, to));
        }
        new FrontWriter(handle, id).add(List.of(), Optional.empty());
        return studies.find(id).orElseThrow();
    }

    private void write(long studyId, int first, List<ImportedTrial> trials) {
        List<Object[]> rows = new ArrayList<>();
        List<Recording> recordings = new ArrayList<>();
        for (ImportedTrial trial : trials) {
            int number = first + rows.size();
            rows.add(row(studyId, number, trial));
            recordings.add(new Recording(
                    number,
                    trial.outcome(),
                    OutcomeRow.of(trial.outcome()).withLog(trial.log()),
                    Optional.empty(),
                    List.of(),
                    trial.finished()));
        }
        new Batch(handle, TRIAL).run(rows);
        new OutcomeWriter(handle, studyId).write(recordings);
    }

    private static Object[] row(long studyId, int number, ImportedTrial trial) {
        Fidelity fidelity = trial.outcome().provenance().fidelity();
        return new Object[] {
            studyId,
            number,
            trial.architecture(),
            trial.networkId(),
            fidelity.epochs(),
            fidelity.images(),
            fidelity.batch(),
            fidelity.schedule(),
            fidelity.pixels(),
            TrialState.of(trial.outcome()).name(),
            Nanos.of(trial.started()),
            Nanos.of(trial.finished())
        };
    }
}
