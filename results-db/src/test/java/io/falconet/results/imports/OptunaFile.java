package io.falconet.results.imports;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** An sqlite with the tables that Optuna 3 and 4 make, to be filled. */
record OptunaFile(Connection connection) implements AutoCloseable {
    static final String FLOAT =
            "{\"name\": \"FloatDistribution\", \"attributes\": {\"step\": null, \"low\": 1e-05, \"high\": 0.1, \"log\": true}}";
    static final String INT =
            "{\"name\": \"IntDistribution\", \"attributes\": {\"log\": false, \"step\": 1, \"low\": 1, \"high\": 64}}";
    static final String LABELS =
            "{\"name\": \"CategoricalDistribution\", \"attributes\": {\"choices\": [\"sgd\", \"adam, with decay\", true, null]}}";

    private static final List<String> TABLES = List.of(
            "CREATE TABLE studies (study_id INTEGER NOT NULL, study_name VARCHAR(512) NOT NULL, PRIMARY KEY (study_id))",
            "CREATE UNIQUE INDEX ix_studies_study_name ON studies (study_name)",
            "CREATE TABLE version_info (version_info_id INTEGER NOT NULL, schema_version INTEGER, library_version VARCHAR(256), PRIMARY KEY (version_info_id), CHECK (version_info_id=1))",
            "CREATE TABLE study_directions (study_direction_id INTEGER NOT NULL, direction VARCHAR(8) NOT NULL, study_id INTEGER NOT NULL, objective INTEGER NOT NULL, PRIMARY KEY (study_direction_id), UNIQUE (study_id, objective), FOREIGN KEY(study_id) REFERENCES studies (study_id))",
            "CREATE TABLE study_user_attributes (study_user_attribute_id INTEGER NOT NULL, study_id INTEGER, \"key\" VARCHAR(512), value_json TEXT, PRIMARY KEY (study_user_attribute_id), UNIQUE (study_id, \"key\"))",
            "CREATE TABLE study_system_attributes (study_system_attribute_id INTEGER NOT NULL, study_id INTEGER, \"key\" VARCHAR(512), value_json TEXT, PRIMARY KEY (study_system_attribute_id), UNIQUE (study_id, \"key\"))",
            "CREATE TABLE trials (trial_id INTEGER NOT NULL, number INTEGER, study_id INTEGER, state VARCHAR(8) NOT NULL, datetime_start DATETIME, datetime_complete DATETIME, PRIMARY KEY (trial_id), FOREIGN KEY(study_id) REFERENCES studies (study_id))",
            "CREATE INDEX ix_trials_study_id ON trials (study_id)",
            "CREATE TABLE trial_user_attributes (trial_user_attribute_id INTEGER NOT NULL, trial_id INTEGER, \"key\" VARCHAR(512), value_json TEXT, PRIMARY KEY (trial_user_attribute_id), UNIQUE (trial_id, \"key\"))",
            "CREATE TABLE trial_system_attributes (trial_system_attribute_id INTEGER NOT NULL, trial_id INTEGER, \"key\" VARCHAR(512), value_json TEXT, PRIMARY KEY (trial_system_attribute_id), UNIQUE (trial_id, \"key\"))",
            "CREATE TABLE trial_params (param_id INTEGER NOT NULL, trial_id INTEGER, param_name VARCHAR(512), param_value FLOAT, distribution_json TEXT, PRIMARY KEY (param_id), UNIQUE (trial_id, param_name))",
            "CREATE TABLE trial_values (trial_value_id INTEGER NOT NULL, trial_id INTEGER NOT NULL, objective INTEGER NOT NULL, value FLOAT, value_type VARCHAR(7) NOT NULL, PRIMARY KEY (trial_value_id), UNIQUE (trial_id, objective))",
            "CREATE TABLE trial_intermediate_values (trial_intermediate_value_id INTEGER NOT NULL, trial_id INTEGER NOT NULL, step INTEGER NOT NULL, intermediate_value FLOAT, intermediate_value_type VARCHAR(7) NOT NULL, PRIMARY KEY (trial_intermediate_value_id), UNIQUE (trial_id, step))",
            "CREATE TABLE trial_heartbeats (trial_heartbeat_id INTEGER NOT NULL, trial_id INTEGER NOT NULL, heartbeat DATETIME NOT NULL, PRIMARY KEY (trial_heartbeat_id), UNIQUE (trial_id))",
            "CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL, CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num))",
            "INSERT INTO version_info VALUES (1, 12, '4.5.0')",
            "INSERT INTO alembic_version VALUES ('v3.2.0.a')");

    static OptunaFile at(Path file) throws SQLException {
        OptunaFile made = new OptunaFile(DriverManager.getConnection("jdbc:sqlite:" + file));
        made.connection.setAutoCommit(false);
        for (String table : TABLES) {
            made.run(table);
        }
        return made;
    }

    /** Two objectives, a trial of each kind of end. */
    static void boards(Path file) throws SQLException {
        try (OptunaFile made = at(file)) {
            made.study(1, "boards", "MAXIMIZE", "MINIMIZE");
            made.trial(1, 1, 0, "COMPLETE", "2026-03-01 10:00:00.250000", "2026-03-01 10:01:00.250000");
            made.parameter(1, "lr", 0.001, FLOAT);
            made.parameter(1, "layers", 12, INT);
            made.parameter(1, "optimizer", 1, LABELS);
            made.value(1, 0, 0.25, "FINITE");
            made.value(1, 1, 4.5, "FINITE");
            made.reported(1, 1, 0.125, "FINITE");
            made.reported(1, 2, null, "NAN");
            made.attribute("trial_user_attributes", 1, "note", "\"the first\"");
            made.attribute("trial_user_attributes", 1, "macs", "1250000");
            made.trial(2, 1, 1, "PRUNED", "2026-03-01 10:01:00", "2026-03-01 10:02:00");
            made.parameter(2, "optimizer", 3, LABELS);
            made.reported(2, 1, 0.0625, "FINITE");
            made.trial(3, 1, 2, "FAIL", "2026-03-01 10:02:00", "2026-03-01 10:02:01");
            made.parameter(3, "optimizer", 0, LABELS);
            made.attribute("trial_system_attributes", 3, "fail_reason", "\"out of memory\"");
            made.trial(4, 1, 3, "COMPLETE", "2026-03-01 10:03:00", "2026-03-01 10:04:00");
            made.parameter(4, "optimizer", 2, LABELS);
            made.value(4, 0, 0.5, "FINITE");
            made.value(4, 1, null, "INF_POS");
            made.trial(5, 1, 4, "RUNNING", "2026-03-01 10:04:00", null);
            made.trial(6, 1, 5, "COMPLETE", "2026-03-01 10:04:00", "2026-03-01 10:05:00");
            made.value(6, 0, 0.5, "FINITE");
            made.value(6, 1, 9.0, "FINITE");
            made.connection.commit();
        }
    }

    void study(long id, String name, String... directions) throws SQLException {
        run("INSERT INTO studies VALUES (?, ?)", id, name);
        for (int objective = 0; objective < directions.length; objective++) {
            run("INSERT INTO study_directions VALUES (NULL, ?, ?, ?)", directions[objective], id, objective);
        }
    }

    void trial(long id, long study, int number, String state, String started, String finished) throws SQLException {
        run("INSERT INTO trials VALUES (?, ?, ?, ?, ?, ?)", id, number, study, state, started, finished);
    }

    void parameter(long trial, String name, double value, String distribution) throws SQLException {
        run("INSERT INTO trial_params VALUES (NULL, ?, ?, ?, ?)", trial, name, value, distribution);
    }

    void value(long trial, int objective, Double value, String type) throws SQLException {
        run("INSERT INTO trial_values VALUES (NULL, ?, ?, ?, ?)", trial, objective, value, type);
    }

    void reported(long trial, int step, Double value, String type) throws SQLException {
        run("INSERT INTO trial_intermediate_values VALUES (NULL, ?, ?, ?, ?)", trial, step, value, type);
    }

    void attribute(String table, long trial, String key, String json) throws SQLException {
        run("INSERT INTO " + table + " VALUES (NULL, ?, ?, ?)", trial, key, json);
    }

    void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private void run(String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.execute();
        }
    }

    @Override
    public void close() throws SQLException {
        connection.commit();
        connection.close();
    }
}
