package io.falconet.results;

import io.falconet.space.outcome.DeviceProfile;
import io.falconet.space.outcome.EpochRecord;
import io.falconet.space.outcome.Fidelity;
import io.falconet.space.outcome.Outcome;
import io.falconet.space.outcome.Provenance;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.ResultIterable;

/** Reads trials within the caller's transaction. */
final class TrialReading {
    /** Rows fetched at a time from a database in another process. */
    static final int FETCH = 1000;

    private static final String COLUMNS =
            """
            SELECT t.study_id, t.number, t.architecture, t.network_id, t.state, t.proposed_nanos, t.finished_nanos,
                   t.epochs AS asked_epochs, t.images AS asked_images, t.batch AS asked_batch,
                   t.schedule AS asked_schedule, t.pixels AS asked_pixels, t.promoted,
                   r.name AS reused_study, t.reused_number,
            """
                    + DescentReading.COLUMNS
                    + ", "
                    + OutcomeReader.COLUMNS;

    private static final String TRIAL = COLUMNS
            + """
              FROM trial t
              LEFT JOIN outcome o ON o.study_id = t.study_id AND o.number = t.number
              LEFT JOIN study r ON r.id = t.reused_study_id
             WHERE t.study_id = :study
            """;

    private static final String FRONT = COLUMNS
            + """
              FROM front f
              JOIN trial t ON t.study_id = f.study_id AND t.number = f.number
              JOIN outcome o ON o.study_id = f.study_id AND o.number = f.number
              LEFT JOIN study r ON r.id = t.reused_study_id
             WHERE f.study_id = :study
            """;

    private static final String IN_ORDER = "ORDER BY t.number";

    private static final String OUTCOME = "SELECT t.state, o.log, "
            + OutcomeReader.COLUMNS
            + """
              FROM trial t
              JOIN outcome o ON o.study_id = t.study_id AND o.number = t.number
             WHERE t.study_id = :study AND t.number = :number
            """;

    private static final String KNOWN = "SELECT s.name AS study, t.study_id, t.number, "
            + OutcomeReader.COLUMNS
            + """
              FROM trial t
              JOIN outcome o ON o.study_id = t.study_id AND o.number = t.number
              JOIN study s ON s.id = t.study_id
             WHERE t.network_id = :network AND t.state = 'EVALUATED' AND t.reused_study_id IS NULL AND s.imported IS NULL
               AND o.epochs = :epochs AND o.images = :images AND o.batch = :batch AND o.schedule = :schedule
               AND o.pixels = :pixels AND o.data_fingerprint = :data
            """;

    private static final String TIMED =
            "AND o.device_name = :device AND o.device_processor = :processor AND o.device_runtime = :runtime AND o.device_threads = :threads\n";
    private static final String SEEDED = "AND o.seed = :seed\n";
    private static final String IN_TIME = "ORDER BY t.finished_nanos, t.study_id, t.number";

    private final Handle handle;

    TrialReading(Handle handle) {
        this.handle = handle;
    }

    List<TrialRecord> list(long studyId) {
        return trials(TRIAL + IN_ORDER, studyId).list();
    }

    List<TrialRecord> page(long studyId, Optional<TrialState> state, int after, int most) {
        OutcomeReader reader = new OutcomeReader();
        return handle.createQuery(TRIAL + (state.isPresent() ? "AND t.state = :state " : "") + "AND t.number > :after "
                        + IN_ORDER + " LIMIT :most")
                .bind("study", studyId)
                .bind("state", state.orElse(null))
                .bind("after", after)
                .bind("most", most)
                .map((row, context) -> trial(row, reader))
                .list();
    }

    /** The trials from a number on. */
    List<TrialRecord> since(long studyId, int number) {
        OutcomeReader reader = new OutcomeReader();
        return handle.createQuery(TRIAL + "AND t.number >= :number " + IN_ORDER)
                .setFetchSize(FETCH)
                .bind("study", studyId)
                .bind("number", number)
                .map((row, context) -> trial(row, reader))
                .list();
    }

    /** Those of the given numbers, in that order; numbers that no trial has are left out. */
    List<TrialRecord> list(long studyId, List<Integer> numbers) {
        if (numbers.isEmpty()) {
            return List.of();
        }
        OutcomeReader reader = new OutcomeReader();
        Map<Integer, TrialRecord> found = handle.createQuery(TRIAL + "AND t.number IN (<numbers>)")
                .setFetchSize(FETCH)
                .bind("study", studyId)
                .bindList("numbers", numbers)
                .map((row, context) -> trial(row, reader))
                .collect(Collectors.toMap(TrialRecord::number, trial -> trial));
        return numbers.stream().map(found::get).filter(Objects::nonNull).toList();
    }

    /** All trials, one after the other. */
    void each(long studyId, Consumer<TrialRecord> consumer) {
        trials(TRIAL + IN_ORDER, studyId).forEach(consumer);
    }

    /** The trials that are kept as the study's front, by number. */
    List<TrialRecord> onFront(long studyId) {
        return trials(FRONT + IN_ORDER, studyId).list();
    }

    private ResultIterable<TrialRecord> trials(String query, long studyId) {
        OutcomeReader reader = new OutcomeReader();
        return handle.createQuery(query)
                .setFetchSize(FETCH)
                .bind("study", studyId)
                .map((row, context) -> trial(row, reader));
    }

    Optional<TrialRecord> find(long studyId, int number) {
        OutcomeReader reader = new OutcomeReader();
        return handle.createQuery(TRIAL + "AND t.number = :number")
                .bind("study", studyId)
                .bind("number", number)
                .map((row, context) -> trial(row, reader))
                .findOne();
    }

    /** The outcome first and then its curve: an outcome that is seen has its curve committed. */
    Optional<Outcome> outcome(long studyId, int number) {
        return handle.createQuery(OUTCOME)
                .bind("study", studyId)
                .bind("number", number)
                .map((row, context) -> new OutcomeReader()
                        .outcome(
                                row,
                                TrialState.valueOf(row.getString("state")),
                                row.getString("log"),
                                curve(studyId, number)))
                .findOne()
                .flatMap(outcome -> outcome);
    }

    Optional<String> log(long studyId, int number) {
        return handle.createQuery(
                        "SELECT log FROM outcome WHERE study_id = :study AND number = :number AND log IS NOT NULL")
                .bind("study", studyId)
                .bind("number", number)
                .map((row, context) -> row.getString("log"))
                .findOne();
    }

    Optional<KnownTrial> known(Wanted wanted) {
        Fidelity fidelity = wanted.fidelity();
        Optional<DeviceProfile> device = wanted.device();
        return handle
                .createQuery(KNOWN
                        + (device.isPresent() ? TIMED : "")
                        + (wanted.seed().isPresent() ? SEEDED : "")
                        + IN_TIME)
                .bind("network", wanted.networkId())
                .bind("epochs", fidelity.epochs())
                .bind("images", fidelity.images())
                .bind("batch", fidelity.batch())
                .bind("schedule", fidelity.schedule())
                .bind("pixels", fidelity.pixels())
                .bind("data", wanted.dataFingerprint())
                .bind("device", device.map(DeviceProfile::name).orElse(null))
                .bind("processor", device.map(DeviceProfile::processor).orElse(null))
                .bind("runtime", device.map(DeviceProfile::runtime).orElse(null))
                .bind("threads", device.map(DeviceProfile::threads).orElse(null))
                .bind("seed", wanted.seed().orElse(null))
                .map((row, context) -> known(row))
                .list()
                .stream()
                .filter(trial -> {
                    Map<String, String> versions = trial.outcome().provenance().versions();
                    return wanted.recipe().equals(versions.get(Provenance.RECIPE))
                            && wanted.start().equals(Optional.ofNullable(versions.get(Provenance.START)));
                })
                .findFirst();
    }

    List<StoredArtifact> artifacts(long studyId, int number) {
        return handle.createQuery(
                        """
                        SELECT name, kind, sha256, bytes FROM artifact
                         WHERE study_id = :study AND number = :number
                         ORDER BY name
                        """)
                .bind("study", studyId)
                .bind("number", number)
                .map((row, context) -> new StoredArtifact(
                        row.getString("name"), row.getString("kind"), row.getString("sha256"), row.getLong("bytes")))
                .list();
    }

    private List<EpochRecord> curve(long studyId, int number) {
        return handle.createQuery(
                        """
                        SELECT epoch, loss, learning_rate, seconds FROM curve
                         WHERE study_id = :study AND number = :number
                         ORDER BY position
                        """)
                .bind("study", studyId)
                .bind("number", number)
                .map((row, context) -> new EpochRecord(
                        row.getInt("epoch"),
                        row.getDouble("loss"),
                        row.getDouble("learning_rate"),
                        row.getDouble("seconds")))
                .list();
    }

    private KnownTrial known(ResultSet row) throws SQLException {
        long studyId = row.getLong("study_id");
        int number = row.getInt("number");
        return new KnownTrial(
                new TrialReference(row.getString("study"), number),
                new OutcomeReader().evaluated(row, curve(studyId, number)),
                artifacts(studyId, number));
    }

    private static TrialRecord trial(ResultSet row, OutcomeReader reader) throws SQLException {
        TrialState state = TrialState.valueOf(row.getString("state"));
        String source = row.getString("reused_study");
        Optional<TrialReference> reusedFrom = source == null
                ? Optional.empty()
                : Optional.of(new TrialReference(source, row.getInt("reused_number")));
        return new TrialRecord(
                row.getLong("study_id"),
                row.getInt("number"),
                row.getString("architecture"),
                row.getString("network_id"),
                OutcomeReader.fidelity(row, "asked_"),
                promoted(row),
                state,
                reader.outcome(row, state, "", List.of()),
                Nanos.instant(row.getLong("proposed_nanos")),
                Nanos.instant(row, "finished_nanos"),
                reusedFrom,
                DescentReading.descent(row));
    }

    private static Optional<Integer> promoted(ResultSet row) throws SQLException {
        int number = row.getInt("promoted");
        return row.wasNull() ? Optional.empty() : Optional.of(number);
    }
}
