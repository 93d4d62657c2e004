package io.falconet.results.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.falconet.results.ResultsDb;
import io.falconet.results.StudyRecord;
import io.falconet.results.TrialRecord;
import io.falconet.results.check.StoreCheck;
import io.falconet.space.outcome.Outcome;
import io.falconet.space.space.GivenParameters;
import io.falconet.space.study.StudyReader;
import io.falconet.space.study.StudySpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A store of its own for each test of imports, and what they are asked of it. */
abstract class ImportFixture {
    static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");

    @TempDir
    Path folder;

    ResultsDb db;

    /** An address of an empty database of its own for a test. */
    abstract String empty(Path place) throws Exception;

    @BeforeEach
    void openDatabase() throws Exception {
        db = ResultsDb.open(empty(folder.resolve("store")), folder.resolve("store"));
    }

    @AfterEach
    void closeDatabase() {
        db.close();
    }

    Imported take(Path file, String... objectives) {
        return take(file, Optional.empty(), objectives);
    }

    Imported take(Path file, Optional<String> of, String... objectives) {
        Map<String, String> columns = new LinkedHashMap<>();
        for (String each : objectives) {
            columns.put(each.substring(0, each.indexOf('=')), each.substring(each.indexOf('=') + 1));
        }
        return new TrialImport(db).run(new ImportRequest(file, "there", columns, of, ZoneOffset.UTC, "ann"), NOW);
    }

    Path csv(String... lines) throws IOException {
        return Files.writeString(folder.resolve("trials.csv"), String.join("\n", lines) + "\n");
    }

    void refuses(Path file, List<String> objectives, String... messages) {
        assertThatThrownBy(() -> take(file, objectives.toArray(String[]::new)))
                .isInstanceOf(ImportException.class)
                .hasMessageContainingAll(messages)
                .hasMessageContaining("Maybe");
        assertThat(db.studies().list()).isEmpty();
    }

    List<TrialRecord> trials(StudyRecord study) {
        return db.trials().list(study.id());
    }

    static Map<String, String> given(TrialRecord trial) {
        return GivenParameters.parse(trial.architecture()).orElseThrow().values();
    }

    static Outcome outcome(TrialRecord trial) {
        return trial.outcome().orElseThrow();
    }

    List<Integer> front(StudyRecord study) throws Exception {
        StudySpec spec = new StudyReader().readStored(study.specYaml());
        return db.trials().front(study.id(), spec).stream()
                .map(TrialRecord::number)
                .toList();
    }

    List<?> wrong(ResultsDb store) {
        return new StoreCheck(store, content -> 1).run(NOW).findings();
    }
}
