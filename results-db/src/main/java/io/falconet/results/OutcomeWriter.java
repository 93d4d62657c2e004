package io.falconet.results;

import io.falconet.results.TrialWrite.Recording;
import io.falconet.space.outcome.EpochRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** Writes outcomes, their curves and their artifacts, of trials of one study, within the caller's transaction. */
final class OutcomeWriter {
    private static final String OUTCOME =
            """
            INSERT INTO outcome (
                   study_id, number, reason, log, parameters, parameters_executed, parameters_fused, macs,
                   map50_95, map50, map75, map_small, map_medium, map_large,
                   device_name, device_processor, device_runtime, device_threads, warmup_runs, timed_runs,
                   median_nanos, low_nanos, high_nanos, mad_nanos, disturbance, scores,
                   seed, code_version, data_fingerprint, epochs, images, batch, schedule, pixels,
                   versions, started_nanos, elapsed_nanos)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?,
                    ?, ?, ?, ?, ?, ?,
                    ?, ?, ?, ?, ?, ?,
                    ?, ?, ?, ?, ?, ?,
                    ?, ?, ?, ?, ?, ?, ?, ?,
                    ?, ?, ?)
            """;

    private static final String CURVE =
            """
            INSERT INTO curve (study_id, number, position, epoch, loss, learning_rate, seconds)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """;

    private static final String ARTIFACT =
            """
            INSERT INTO artifact (study_id, number, name, kind, sha256, bytes)
            VALUES (?, ?, ?, ?, ?, ?)
            """;

    private final Handle handle;
    private final long studyId;

    OutcomeWriter(Handle handle, long studyId) {
        this.handle = handle;
        this.studyId = studyId;
    }

    void write(List<Recording> recordings) {
        List<Object[]> outcomes = new ArrayList<>();
        List<Object[]> curves = new ArrayList<>();
        List<Object[]> artifacts = new ArrayList<>();
        for (Recording recording : recordings) {
            int number = recording.number();
            outcomes.add(Stream.concat(Stream.of(studyId, number), recording.row().values().stream())
                    .toArray());
            int position = 0;
            for (EpochRecord epoch : recording.row().curve()) {
                curves.add(new Object[] {
                    studyId, number, position, epoch.epoch(), epoch.loss(), epoch.learningRate(), epoch.seconds()
                });
                position++;
            }
            for (StoredArtifact artifact : recording.artifacts()) {
                artifacts.add(new Object[] {
                    studyId, number, artifact.name(), artifact.kind(), artifact.sha256(), artifact.bytes()
                });
            }
        }
        new Batch(handle, OUTCOME).run(outcomes);
        new Batch(handle, CURVE).run(curves);
        new Batch(handle, ARTIFACT).run(artifacts);
    }
}
