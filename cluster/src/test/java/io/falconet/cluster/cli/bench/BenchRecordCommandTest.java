package io.falconet.cluster.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.falconet.cluster.cli.Typed;
import io.falconet.results.ResultsDb;
import io.falconet.results.TrialRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command that measures how fast a store records: {@code bench record}. */
class BenchRecordCommandTest {
    @TempDir
    private Path folder;

    @Test
    void tellsFiguresAndLeavesNoFile() throws IOException {
        Typed typed = record("--trials", "300", "--data-dir", folder.toString(), "--format", "json");

        assertThat(typed.code()).as(typed.err()).isZero();
        assertThat(typed.err()).contains("300 outcomes by 8 threads, into an H2 file in " + folder);
        JsonNode row = new ObjectMapper().readTree(typed.out()).get(0);
        assertThat(row.get("database").textValue()).isEqualTo("H2");
        assertThat(row.get("outcomes").intValue()).isEqualTo(300);
        for (String figure : new String[] {
            "outcomes_per_second",
            "proposals_per_second",
            "first_thousand_ms",
            "last_thousand_ms",
            "last_to_first",
            "heap_mb",
            "front_trials",
            "front_ms"
        }) {
            assertThat(row.get(figure).doubleValue()).as(figure).isPositive();
        }
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void peopleReadALineAFigure() {
        Typed typed = record("--trials", "20", "--threads", "2", "--data-dir", folder.toString());

        assertThat(typed.out()).contains("20 by 2 threads", "a second", "one of the last thousand", "trials in");
    }

    @Test
    void whatIsRecordedIsWhole() {
        String db = ResultsDb.address(folder);
        Typed typed = record("--trials", "60", "--db", db);

        assertThat(typed.code()).as(typed.err()).isZero();
        try (ResultsDb store = ResultsDb.open(db)) {
            long study = store.studies().find("recorded").orElseThrow().id();
            assertThat(store.trials().list(study)).hasSize(60).allMatch(trial -> trial.state()
                    .finished());
            assertThat(store.trials().list(study))
                    .extracting(TrialRecord::networkId)
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void aDatabaseWithStudiesIsLeftAlone() {
        String db = ResultsDb.address(folder);
        try (ResultsDb store = ResultsDb.open(db)) {
            store.studies().create("mine", "name: mine", 3, Instant.EPOCH);
        }
        Typed typed = record("--trials", "60", "--db", db);

        assertThat(typed.code()).isEqualTo(2);
        assertThat(typed.err()).contains("An empty database was expected, found studies in");
        try (ResultsDb store = ResultsDb.open(db)) {
            assertThat(store.studies().list()).hasSize(1);
        }
    }

    @Test
    void noTrialsAreRefused() {
        Typed typed = record("--trials", "0");
        assertThat(typed.code()).isEqualTo(2);
        assertThat(typed.err()).contains("At least 1 trial and 1 thread were expected");
    }

    private static Typed record(String... arguments) {
        String[] typed = new String[arguments.length + 2];
        typed[0] = "bench";
        typed[1] = "record";
        System.arraycopy(arguments, 0, typed, 2, arguments.length);
        return Typed.run(typed);
    }
}
