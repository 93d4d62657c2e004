package io.falconet.results;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.falconet.space.graph.Complexity;
import io.falconet.space.outcome.Accuracy;
import io.falconet.space.outcome.DeviceProfile;
import io.falconet.space.outcome.EpochRecord;
import io.falconet.space.outcome.Evaluated;
import io.falconet.space.outcome.Failed;
import io.falconet.space.outcome.Fidelity;
import io.falconet.space.outcome.Infeasible;
import io.falconet.space.outcome.LatencyReport;
import io.falconet.space.outcome.Outcome;
import io.falconet.space.outcome.Provenance;
import io.falconet.space.outcome.Pruned;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Rebuilds outcomes from rows: what {@link OutcomeWriter} wrote comes back equal. One reader serves one query; it parses
 * each distinct set of versions once.
 */
final class OutcomeReader {
    /** The columns of an outcome without its log, for a query that calls the table {@code o}. */
    static final String COLUMNS =
            """
            o.reason, o.parameters, o.parameters_executed, o.parameters_fused, o.macs,
            o.map50_95, o.map50, o.map75, o.map_small, o.map_medium, o.map_large,
            o.device_name, o.device_processor, o.device_runtime, o.device_threads, o.warmup_runs, o.timed_runs,
            o.median_nanos, o.low_nanos, o.high_nanos, o.mad_nanos, o.disturbance, o.scores,
            o.seed, o.code_version, o.data_fingerprint, o.epochs, o.images, o.batch, o.schedule, o.pixels,
            o.versions, o.started_nanos, o.elapsed_nanos
            """;

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, Map<String, String>> versions = new HashMap<>();

    /** The outcome in a row; nothing while the trial runs. */
    Optional<Outcome> outcome(ResultSet row, TrialState state, String log, List<EpochRecord> curve)
            throws SQLException {
        return switch (state) {
            case RUNNING -> Optional.empty();
            case EVALUATED -> Optional.of(evaluated(row, curve));
            case PRUNED -> Optional.of(new Pruned(row.getString("reason"), curve, provenance(row)));
            case INFEASIBLE -> Optional.of(new Infeasible(row.getString("reason"), provenance(row)));
            case FAILED -> Optional.of(new Failed(row.getString("reason"), log, provenance(row)));
        };
    }

    /** The evaluated outcome in a row. */
    Evaluated evaluated(ResultSet row, List<EpochRecord> curve) throws SQLException {
        Complexity complexity = new Complexity(
                count(row, "parameters"),
                count(row, "parameters_executed"),
                count(row, "parameters_fused"),
                count(row, "macs"));
        Accuracy accuracy = new Accuracy(
                figure(row, "map50_95"),
                figure(row, "map50"),
                figure(row, "map75"),
                figure(row, "map_small"),
                figure(row, "map_medium"),
                figure(row, "map_large"));
        return new Evaluated(
                complexity, accuracy, latency(row), curve, provenance(row), ScoreText.parse(row.getString("scores")));
    }

    private static long count(ResultSet row, String column) throws SQLException {
        long count = row.getLong(column);
        return row.wasNull() ? Complexity.UNKNOWN : count;
    }

    private static double figure(ResultSet row, String column) throws SQLException {
        double figure = row.getDouble(column);
        return row.wasNull() ? Double.NaN : figure;
    }

    private static Optional<LatencyReport> latency(ResultSet row) throws SQLException {
        String name = row.getString("device_name");
        if (name == null) {
            return Optional.empty();
        }
        DeviceProfile device = new DeviceProfile(
                name, row.getString("device_processor"), row.getString("device_runtime"), row.getInt("device_threads"));
        return Optional.of(new LatencyReport(
                device,
                row.getInt("warmup_runs"),
                row.getInt("timed_runs"),
                row.getLong("median_nanos"),
                row.getLong("low_nanos"),
                row.getLong("high_nanos"),
                row.getLong("mad_nanos"),
                Optional.ofNullable(row.getString("disturbance"))));
    }

    private Provenance provenance(ResultSet row) throws SQLException {
        return new Provenance(
                row.getLong("seed"),
                row.getString("code_version"),
                row.getString("data_fingerprint"),
                fidelity(row, ""),
                versions.computeIfAbsent(row.getString("versions"), OutcomeReader::versions),
                Nanos.instant(row.getLong("started_nanos")),
                Duration.ofNanos(row.getLong("elapsed_nanos")));
    }

    /** The fidelity in columns whose names start so. */
    static Fidelity fidelity(ResultSet row, String prefix) throws SQLException {
        return new Fidelity(
                row.getInt(prefix + "epochs"),
                row.getInt(prefix + "images"),
                row.getInt(prefix + "batch"),
                row.getInt(prefix + "schedule"),
                row.getDouble(prefix + "pixels"));
    }

    private static Map<String, String> versions(String json) {
        try {
            return JSON.readValue(json, new TypeReference<Map<String, String>>() {});
        } catch (JsonProcessingException e) {
            throw new ResultsException(
                    "Expected versions by name as json, found " + json + ".\nMaybe the row was edited by hand.", e);
        }
    }
}
