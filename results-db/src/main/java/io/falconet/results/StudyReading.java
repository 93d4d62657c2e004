package io.falconet.results;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** Reads studies within the caller's transaction. */
final class StudyReading {
    private static final String STUDY =
            """
            SELECT id, name, spec, state, trials, created_nanos, started_nanos, ended_nanos, heartbeat_nanos, message,
                   finished, imported
              FROM study
            """;

    private static final String STUDY_ON_FRONT =
            """
            SELECT id, name, spec, state, trials, created_nanos, started_nanos, ended_nanos, heartbeat_nanos, message,
                   finished, imported, front_rule, f.on_front, f.map50_95
              FROM study s
              LEFT JOIN (
                   SELECT f.study_id, COUNT(*) AS on_front, MAX(o.map50_95) AS map50_95
                     FROM front f
                     JOIN outcome o ON o.study_id = f.study_id AND o.number = f.number
                    GROUP BY f.study_id) f
                ON f.study_id = s.id
            """;

    private final Handle handle;

    StudyReading(Handle handle) {
        this.handle = handle;
    }

    Optional<StudyRecord> find(String name) {
        return one(handle.createQuery(STUDY + "WHERE name = :name").bind("name", name));
    }

    Optional<StudyRecord> find(long id) {
        return one(handle.createQuery(STUDY + "WHERE id = :id").bind("id", id));
    }

    List<StudyRecord> list() {
        return handle.createQuery(STUDY + "ORDER BY id DESC")
                .map((row, context) -> study(row))
                .list();
    }

    List<StudySummary> summaries() {
        return handle.createQuery(
                        """
                        SELECT s.id, s.name, s.spec, s.state, s.trials, s.created_nanos, s.started_nanos, s.ended_nanos,
                               s.heartbeat_nanos, s.message, s.imported, t.running, t.evaluated, t.pruned, t.infeasible, t.failed,
                               s.finished, t.reused, t.map50_95, t.map50, t.latency_nanos, t.parameters
                          FROM study s
                          LEFT JOIN (
                               SELECT t.study_id,
                                      SUM(CASE WHEN t.state = 'RUNNING' THEN 1 ELSE 0 END) AS running,
                                      SUM(CASE WHEN t.state = 'EVALUATED' THEN 1 ELSE 0 END) AS evaluated,
                                      SUM(CASE WHEN t.state = 'PRUNED' THEN 1 ELSE 0 END) AS pruned,
                                      SUM(CASE WHEN t.state = 'INFEASIBLE' THEN 1 ELSE 0 END) AS infeasible,
                                      SUM(CASE WHEN t.state = 'FAILED' THEN 1 ELSE 0 END) AS failed,
                                      COUNT(t.reused_number) AS reused,
                                      MAX(o.map50_95) AS map50_95,
                                      MAX(o.map50) AS map50,
                                      MIN(o.median_nanos) AS latency_nanos,
                                      MIN(o.parameters_executed) AS parameters
                                 FROM trial t
                                 LEFT JOIN outcome o ON o.study_id = t.study_id AND o.number = t.number
                                GROUP BY t.study_id) t
                            ON t.study_id = s.id
                         ORDER BY s.id DESC
                        """)
                .map((row, context) -> summary(row))
                .list();
    }

    List<StudyOverview> overviews() {
        return handle.createQuery(STUDY_ON_FRONT + "ORDER BY id DESC")
                .map((row, context) -> {
                    boolean kept = row.getString("front_rule") != null;
                    return new StudyOverview(
                            study(row),
                            kept ? OptionalInt.of(row.getInt("on_front")) : OptionalInt.empty(),
                            figure(row, "map50_95"));
                })
                .list();
    }

    private static Optional<StudyRecord> one(Query query) {
        return query.map((row, context) -> study(row)).findOne();
    }

    private static StudyRecord study(ResultSet row) throws SQLException {
        return new StudyRecord(
                row.getLong("id"),
                row.getString("name"),
                row.getString("spec"),
                StudyState.valueOf(row.getString("state")),
                row.getInt("trials"),
                row.getInt("finished"),
                Nanos.instant(row.getLong("created_nanos")),
                Nanos.instant(row, "started_nanos"),
                Nanos.instant(row, "ended_nanos"),
                Nanos.instant(row, "heartbeat_nanos"),
                Optional.ofNullable(row.getString("message")),
                Optional.ofNullable(row.getString("imported")));
    }

    private static StudySummary summary(ResultSet row) throws SQLException {
        Map<TrialState, Integer> trials = new EnumMap<>(TrialState.class);
        for (TrialState state : TrialState.values()) {
            int count = row.getInt(state.name().toLowerCase(Locale.ROOT));
            if (count > 0) {
                trials.put(state, count);
            }
        }
        OptionalLong latency = whole(row, "latency_nanos");
        return new StudySummary(
                study(row),
                trials,
                row.getInt("reused"),
                figure(row, "map50_95"),
                figure(row, "map50"),
                latency.isPresent() ? Optional.of(Duration.ofNanos(latency.getAsLong())) : Optional.empty(),
                whole(row, "parameters"));
    }

    private static OptionalDouble figure(ResultSet row, String column) throws SQLException {
        double figure = row.getDouble(column);
        return row.wasNull() ? OptionalDouble.empty() : OptionalDouble.of(figure);
    }

    private static OptionalLong whole(ResultSet row, String column) throws SQLException {
        long number = row.getLong(column);
        return row.wasNull() ? OptionalLong.empty() : OptionalLong.of(number);
    }
}
