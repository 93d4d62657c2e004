package io.falconet.results;

import static io.falconet.results.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Opening a store: what is there already, and what can be wrong with it. */
class OpeningTest {
    @TempDir
    Path folder;

    @Test
    void whatWasRecordedIsThereWhenOpenedAgain() {
        StudyRecord created;
        StoredArtifact artifact;
        try (ResultsDb db = ResultsDb.openFolder(folder)) {
            created = db.studies().create("pcb", "name: pcb", 30, NOW);
            artifact = db.artifacts().put("model.onnx", "onnx", new byte[] {1, 2, 3});
        }
        try (ResultsDb db = ResultsDb.openFolder(folder)) {
            assertThat(db.studies().list()).containsExactly(created);
            assertThat(db.artifacts().read(artifact.sha256())).containsExactly(1, 2, 3);
        }
        assertThat(folder.resolve("falconet.mv.db")).exists();
        assertThat(folder.resolve("artifacts")).isDirectory();
    }

    @Test
    void missingFoldersAreMade() {
        Path deep = folder.resolve("a/b");
        try (ResultsDb db = ResultsDb.openFolder(deep)) {
            assertThat(db.studies().list()).isEmpty();
        }
        assertThat(deep.resolve("falconet.mv.db")).exists();
    }

    @Test
    void theSameFileCanBeOpenTwice() {
        try (ResultsDb one = ResultsDb.openFolder(folder);
                ResultsDb two = ResultsDb.open("jdbc:h2:file:" + folder.resolve("falconet"))) {
            StudyRecord study = one.studies().create("pcb", "", 1, NOW);
            assertThat(two.studies().find("pcb")).contains(study);
            assertThat(two.artifacts().place().address())
                    .isEqualTo(one.artifacts().place().address());
        }
    }

    @Test
    void aFolderThatCannotBeMadeIsNamed() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        assertThatThrownBy(() -> ResultsDb.openFolder(file.resolve("data")))
                .isInstanceOf(ResultsException.class)
                .hasMessageContaining("Expected a folder that can be written, found " + file.resolve("data"))
                .hasMessageContaining("--data-dir");
    }

    @Test
    void aWrongPasswordIsNamed() throws SQLException {
        String url = "jdbc:h2:file:" + folder.resolve("falconet");
        run(url + ";USER=ann;PASSWORD=right", "SELECT 1");
        assertThatThrownBy(() -> ResultsDb.open(url + ";USER=ann;PASSWORD=wrong"))
                .isInstanceOf(ResultsException.class)
                .hasMessageContaining("Cannot open the database at " + url + ":")
                .hasMessageContaining("Maybe the user or the password in its address is wrong.")
                .hasMessageNotContaining("PASSWORD=");
    }

    @Test
    void aDatabaseOfAnotherProgramIsLeftAlone() throws SQLException {
        String url = "jdbc:h2:file:" + folder.resolve("falconet");
        run(url, "CREATE TABLE customer (id INTEGER)");
        assertThatThrownBy(() -> ResultsDb.openFolder(folder))
                .isInstanceOf(ResultsException.class)
                .hasMessageContaining("Expected an empty database or one of Falconet's")
                .hasMessageContaining("Maybe the address names the database of another program.");
    }

    @Test
    void aNewerDatabaseIsLeftAlone() throws SQLException {
        ResultsDb.openFolder(folder).close();
        run(
                "jdbc:h2:file:" + folder.resolve("falconet"),
                """
                INSERT INTO "falconet_schema" ("installed_rank", "version", "description", "type", "script",
                                               "installed_by", "execution_time", "success")
                VALUES (99, '99', 'from the future', 'SQL', 'V99__from_the_future.sql', 'x', 1, TRUE)
                """);
        assertThatThrownBy(() -> ResultsDb.openFolder(folder))
                .isInstanceOf(ResultsException.class)
                .hasMessageFindingMatch("is newer than this program: expected schema \\d+ or older, found 99\\.")
                .hasMessageContaining("Maybe run the newer Falconet that wrote it.");
    }

    @Test
    void anOlderDatabaseKeepsWhatItHoldsAndLearnsOfDevices() throws SQLException {
        String url = "jdbc:h2:file:" + folder.resolve("falconet");
        Flyway.configure()
                .dataSource(url, "", "")
                .table("falconet_schema")
                .locations("classpath:db/migration")
                .target("2")
                .load()
                .migrate();
        run(
                url,
                """
                INSERT INTO study (name, spec, trials, state, created_nanos, token, version)
                VALUES ('old', 'name: old', 3, 'STOPPED', 1, 1, 1)
                """);
        try (ResultsDb db = ResultsDb.openFolder(folder)) {
            assertThat(db.studies().find("old")).isPresent();
            assertThat(db.devices().list()).isEmpty();
        }
    }

    @Test
    void trialsOfAnOlderDatabaseAreWholeTrainings() throws SQLException {
        String url = "jdbc:h2:file:" + folder.resolve("falconet");
        Flyway.configure()
                .dataSource(url, "", "")
                .table("falconet_schema")
                .locations("classpath:db/migration")
                .target("4")
                .load()
                .migrate();
        run(
                url,
                """
                INSERT INTO study (id, name, spec, trials, state, created_nanos, token, version)
                VALUES (1, 'old', 'name: old', 3, 'STOPPED', 1, 1, 1);
                INSERT INTO trial (study_id, number, architecture, network_id, epochs, images, batch, seed, state,
                                   proposed_nanos)
                VALUES (1, 0, 'tiny:width=2', 'abc', 8, 0, 16, 7, 'INFEASIBLE', 1);
                INSERT INTO outcome (study_id, number, reason, seed, code_version, data_fingerprint, epochs, images,
                                     batch, versions, started_nanos, elapsed_nanos)
                VALUES (1, 0, 'too large', 7, '0.1', 'data', 8, 0, 16, '{}', 1, 1)
                """);
        try (ResultsDb db = ResultsDb.openFolder(folder)) {
            TrialRecord trial = db.trials().find(1, 0).orElseThrow();
            assertThat(trial.fidelity()).isEqualTo(Samples.FIDELITY);
            assertThat(trial.promoted()).isEmpty();
            assertThat(trial.descent()).as("nobody knows").isEmpty();
            assertThat(trial.outcome().orElseThrow().provenance().fidelity()).isEqualTo(Samples.FIDELITY);
        }
    }

    @Test
    void tablesOfAnUnreleasedVersionAreNamed() throws SQLException {
        ResultsDb.openFolder(folder).close();
        run("jdbc:h2:file:" + folder.resolve("falconet"), "UPDATE \"falconet_schema\" SET \"checksum\" = 1");
        assertThatThrownBy(() -> ResultsDb.openFolder(folder))
                .isInstanceOf(ResultsException.class)
                .hasMessageContaining("are not those that this program makes")
                .hasMessageContaining("move that database away");
    }

    @Test
    void aStoreThatWasClosedSaysSo() {
        ResultsDb db = ResultsDb.openFolder(folder);
        db.close();
        assertThatThrownBy(() -> db.studies().list())
                .isInstanceOf(ResultsException.class)
                .hasMessage("The database at jdbc:h2:file:" + folder.resolve("falconet") + " is closed.");
    }

    @Test
    void aTableThatIsGoneIsNamedWithoutTheStatement() throws SQLException {
        try (ResultsDb db = ResultsDb.openFolder(folder)) {
            run("jdbc:h2:file:" + folder.resolve("falconet") + ";AUTO_SERVER=TRUE", "DROP TABLE artifact");
            assertThatThrownBy(() -> db.trials().artifacts(1, 1))
                    .isInstanceOf(ResultsException.class)
                    .hasMessageContaining("Table \"ARTIFACT\" not found")
                    .hasMessageContaining("Maybe the database was changed by another program.")
                    .hasMessageNotContaining("SELECT");
        }
    }

    @Test
    void aFileThatIsNoDatabaseIsNamed() throws IOException {
        Files.writeString(folder.resolve("falconet.mv.db"), "not a database ".repeat(1000));
        assertThatThrownBy(() -> ResultsDb.openFolder(folder))
                .isInstanceOf(ResultsException.class)
                .hasMessageContaining("Cannot open the database at ")
                .hasMessageContaining("Maybe it was written by another version of Falconet");
    }

    @Test
    void aServerThatIsDownIsNamed() {
        assertThatThrownBy(() -> ResultsDb.open("jdbc:postgresql://localhost:1/falconet?password=secret", folder))
                .isInstanceOf(ResultsException.class)
                .hasMessageContaining("Cannot open the database at jdbc:postgresql://localhost:1/falconet:")
                .hasMessageContaining("Maybe the server is down")
                .hasMessageNotContaining("secret");
    }

    private static void run(String url, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
