package io.falconet.results.imports;

import io.falconet.space.outcome.Objective.Direction;
import io.falconet.space.problem.Spelling;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.sqlite.SQLiteConfig;

/**
 * A study in Optuna's sqlite, of versions 3 and 4. Read as it is at one moment, and never written. Columns are called as in
 * Optuna's CSV: {@code value}, {@code values_0}, {@code user_attrs_macs}.
 */
final class OptunaSource implements Source {
    /** For as long another program may be writing. */
    private static final int PATIENCE_MILLIS = 10_000;

    private final String study;
    private final List<String> optimised = new ArrayList<>();
    private final List<Direction> directions = new ArrayList<>();
    private final List<String> names = new ArrayList<>();
    private final List<SourceTrial> trials;
    private final List<String> broken = new ArrayList<>();

    /**
     * @param of the study's name; nothing where there is one alone
     * @throws ImportException if it is none, or one of another version, or has no such study
     */
    OptunaSource(Path file, Optional<String> of) {
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(true);
        config.setBusyTimeout(PATIENCE_MILLIS);
        try (Connection connection = config.createConnection("jdbc:sqlite:" + file.toAbsolutePath())) {
            connection.setAutoCommit(false); // one moment of all tables
            requireTables(connection, file);
            Map<String, Long> studies = studies(connection);
            this.study = chosen(studies, of, file);
            long id = studies.get(study);
            directions(connection, id);
            names(connection, id);
            this.trials = new OptunaTrials(connection, id, optimised).read(broken);
            connection.rollback();
        } catch (SQLException e) {
            throw new ImportException(
                    "Optuna's sqlite was expected in %s, found one that cannot be read: %s%nMaybe it is damaged, or being written: copy it first."
                            .formatted(file, e.getMessage()),
                    e);
        }
    }

    private static void requireTables(Connection connection, Path file) throws SQLException {
        Set<String> tables = texts(connection, "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name");
        if (!tables.containsAll(List.of("studies", "trials", "trial_params"))) {
            throw new ImportException(
                    "The tables of Optuna (studies, trials, trial_params and others) were expected in %s, found %s.%nMaybe another program made it: write its trials as a CSV with a header, and import that."
                            .formatted(file, tables.isEmpty() ? "none" : String.join(", ", tables)));
        }
        boolean known = tables.containsAll(List.of("study_directions", "trial_values", "trial_intermediate_values"))
                && columns(connection, "trial_values").contains("value_type")
                && columns(connection, "trial_intermediate_values").contains("intermediate_value_type");
        if (!known) {
            String version = tables.contains("alembic_version")
                    ? String.join(", ", texts(connection, "SELECT version_num FROM alembic_version"))
                    : "unknown";
            throw new ImportException(
                    "The tables of Optuna 3 or 4 were expected in %s, found those of version %s.%nMaybe bring a copy of it up to date: optuna storage upgrade --storage sqlite:///COPY."
                            .formatted(file, version));
        }
    }

    private static Set<String> columns(Connection connection, String table) throws SQLException {
        return texts(connection, "SELECT name FROM pragma_table_info('" + table + "')");
    }

    private static Set<String> texts(Connection connection, String sql) throws SQLException {
        Set<String> texts = new LinkedHashSet<>();
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }

    private static Map<String, Long> studies(Connection connection) throws SQLException {
        Map<String, Long> studies = new LinkedHashMap<>();
        try (PreparedStatement statement =
                        connection.prepareStatement("SELECT study_name, study_id FROM studies ORDER BY study_id");
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                studies.put(rows.getString(1), rows.getLong(2));
            }
        }
        return studies;
    }

    private static String chosen(Map<String, Long> studies, Optional<String> of, Path file) {
        if (studies.isEmpty()) {
            throw new ImportException(
                    "A study was expected in %s, found none.%nMaybe another file is meant.".formatted(file));
        }
        if (of.isEmpty() && studies.size() == 1) {
            return studies.keySet().iterator().next();
        }
        if (of.isEmpty() || !studies.containsKey(of.get())) {
            String list =
                    studies.keySet().stream().map(name -> "\"" + name + "\"").collect(Collectors.joining(", "));
            throw new ImportException("%s has %s: %s; one of them was expected, found %s.%n%s"
                    .formatted(
                            file,
                            studies.size() == 1 ? "a study" : studies.size() + " studies",
                            list,
                            of.map(name -> "--of \"" + name + "\"").orElse("no --of"),
                            of.map(name -> Spelling.maybe(name, studies.keySet()))
                                    .orElse("Maybe --of \"%s\"."
                                            .formatted(
                                                    studies.keySet().iterator().next()))));
        }
        return of.get();
    }

    private void directions(Connection connection, long id) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "SELECT direction FROM study_directions WHERE study_id = ? ORDER BY objective")) {
            statement.setLong(1, id);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    directions.add("MAXIMIZE".equals(rows.getString(1)) ? Direction.MAXIMIZE : Direction.MINIMIZE);
                }
            }
        }
        for (int i = 0; i < directions.size(); i++) {
            optimised.add(directions.size() == 1 ? "value" : "values_" + i);
        }
    }

    /** Optuna's own names of what it optimises, where somebody gave them. */
    private void names(Connection connection, long id) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "SELECT value_json FROM study_system_attributes WHERE study_id = ? AND key = 'study:metric_names'")) {
            statement.setLong(1, id);
            try (ResultSet rows = statement.executeQuery()) {
                if (rows.next()) {
                    names.addAll(OptunaParameter.list(rows.getString(1)));
                }
            }
        }
    }

    @Override
    public String kind() {
        return "study \"" + study + "\" of Optuna's sqlite";
    }

    @Override
    public List<String> columns() {
        Set<String> columns = new LinkedHashSet<>(optimised);
        trials.forEach(trial -> columns.addAll(trial.attributes().keySet()));
        return List.copyOf(columns);
    }

    @Override
    public List<String> optimised() {
        return List.copyOf(optimised);
    }

    @Override
    public String name(String column) {
        int place = optimised.indexOf(column);
        return place >= 0 && place < names.size() ? names.get(place) : column;
    }

    @Override
    public Optional<Direction> direction(String column) {
        int place = optimised.indexOf(column);
        return place < 0 ? Optional.empty() : Optional.of(directions.get(place));
    }

    @Override
    public boolean empty(String column) {
        return false;
    }

    @Override
    public void each(Set<String> figures, Consumer<SourceTrial> reader, Faults faults) {
        broken.forEach(each -> faults.add(0, each, "Maybe the file is damaged: copy it again."));
        trials.forEach(trial -> {
            trial.attributes().forEach((name, value) -> {
                if (figures.contains(name)) {
                    trial.values().put(name, value);
                }
            });
            reader.accept(trial);
        });
    }
}
