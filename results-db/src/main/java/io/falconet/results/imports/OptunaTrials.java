package io.falconet.results.imports;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Reads the trials of one study from Optuna's tables, each table once.
 *
 * @param columns the names of what the study optimises, in Optuna's order
 */
record OptunaTrials(Connection connection, long study, List<String> columns) {
    private static final String TRIALS =
            """
            SELECT trial_id, number, state, datetime_start, datetime_complete FROM trials
             WHERE study_id = ? ORDER BY number, trial_id
            """;

    private static final String VALUES =
            """
            SELECT v.trial_id, v.objective, v.value, v.value_type
              FROM trial_values v JOIN trials t ON t.trial_id = v.trial_id
             WHERE t.study_id = ?
            """;

    private static final String PARAMETERS =
            """
            SELECT p.trial_id, p.param_name, p.param_value, p.distribution_json
              FROM trial_params p JOIN trials t ON t.trial_id = p.trial_id
             WHERE t.study_id = ? ORDER BY p.param_id
            """;

    private static final String REPORTED =
            """
            SELECT i.trial_id, i.step, i.intermediate_value, i.intermediate_value_type
              FROM trial_intermediate_values i JOIN trials t ON t.trial_id = i.trial_id
             WHERE t.study_id = ?
            """;

    private static final String ATTRIBUTES =
            """
            SELECT a.trial_id, a.key, a.value_json
              FROM %s a JOIN trials t ON t.trial_id = a.trial_id
             WHERE t.study_id = ? ORDER BY a.key
            """;

    /** Names of attributes as {@code trials_dataframe} writes them. */
    static final String USER = "user_attrs_";

    private static final String FAIL_REASON = "system_attrs_fail_reason";

    /** All trials, by number. A parameter that cannot be read is told as empty by {@code broken}. */
    List<SourceTrial> read(List<String> broken) throws SQLException {
        Map<Long, SourceTrial> trials = trials();
        each(VALUES, row -> trials.get(row.getLong(1))
                .values()
                .put(column(row.getInt(2)), number(row.getDouble(3), row.wasNull(), row.getString(4))));
        OptunaParameter parameters = new OptunaParameter();
        each(PARAMETERS, row -> {
            SourceTrial trial = trials.get(row.getLong(1));
            Optional<String> text = parameters.text(row.getDouble(3), String.valueOf(row.getString(4)));
            if (text.isEmpty()) {
                broken.add("trial %s: parameter %s: a value of its distribution %s was expected, found %s."
                        .formatted(trial.number().orElse("?"), row.getString(2), row.getString(4), row.getString(3)));
            }
            trial.parameters().put(row.getString(2), text.orElse(""));
        });
        each(REPORTED, row -> trials.get(row.getLong(1))
                .reported()
                .put(row.getLong(2), number(row.getDouble(3), row.wasNull(), row.getString(4))));
        attributes("trial_user_attributes", USER, trials);
        attributes("trial_system_attributes", "system_attrs_", trials);
        return trials.values().stream().map(OptunaTrials::withReason).toList();
    }

    private Map<Long, SourceTrial> trials() throws SQLException {
        Map<Long, SourceTrial> trials = new LinkedHashMap<>();
        each(
                TRIALS,
                row -> trials.put(
                        row.getLong(1),
                        new SourceTrial(
                                0,
                                Optional.of(text(row, 2)),
                                Optional.of(text(row, 3)),
                                "",
                                text(row, 4),
                                text(row, 5),
                                "",
                                new LinkedHashMap<>(),
                                new LinkedHashMap<>(),
                                new LinkedHashMap<>(),
                                new TreeMap<>(),
                                "",
                                "")));
        return trials;
    }

    private void attributes(String table, String prefix, Map<Long, SourceTrial> trials) throws SQLException {
        each(ATTRIBUTES.formatted(table), row -> trials.get(row.getLong(1))
                .attributes()
                .put(prefix + row.getString(2), OptunaParameter.words(text(row, 3))));
    }

    private static SourceTrial withReason(SourceTrial trial) {
        return new SourceTrial(
                trial.line(),
                trial.number(),
                trial.state(),
                trial.attributes().getOrDefault(FAIL_REASON, ""),
                trial.started(),
                trial.finished(),
                trial.duration(),
                trial.values(),
                trial.parameters(),
                trial.attributes(),
                trial.reported(),
                trial.architecture(),
                trial.network());
    }

    private String column(int objective) {
        return objective < columns.size() ? columns.get(objective) : "values_" + objective;
    }

    /** Infinite numbers and NaN are kept by their names, since SQL knows them not. */
    private static String number(double value, boolean none, String type) {
        return switch (String.valueOf(type)) {
            case "INF_POS" -> "inf";
            case "INF_NEG" -> "-inf";
            case "NAN" -> "nan";
            default -> none ? "" : Double.toString(value);
        };
    }

    private static String text(ResultSet row, int column) throws SQLException {
        return Optional.ofNullable(row.getString(column)).orElse("");
    }

    private interface Row {
        void read(ResultSet row) throws SQLException;
    }

    private void each(String sql, Row reader) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, study);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    reader.read(rows);
                }
            }
        }
    }
}
