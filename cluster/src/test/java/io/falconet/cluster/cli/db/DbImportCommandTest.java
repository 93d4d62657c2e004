package io.falconet.cluster.cli.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.falconet.cluster.cli.Typed;
import io.falconet.cluster.driver.RequestException;
import io.falconet.cluster.driver.Studies;
import io.falconet.cluster.driver.StudyRegister;
import io.falconet.results.ResultsDb;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Trials of another program, imported and looked at by typed commands. */
class DbImportCommandTest {
    private static final String REFUSED =
            "A study that Falconet searched was expected, found boards, which was imported";

    @TempDir
    private Path folder;

    private Typed type(String... line) {
        return Typed.run(Stream.concat(Arrays.stream(line), Stream.of("--data-dir", store()))
                .toArray(String[]::new));
    }

    private String store() {
        return folder.resolve("store").toString();
    }

    private Path trials() throws IOException {
        return Files.writeString(
                folder.resolve("trials.csv"),
                """
                number,values_0,values_1,params_lr,params_opt,datetime_start,datetime_complete,state
                0,0.25,0.0045,0.01,sgd,2026-03-01 10:00:00,2026-03-01 10:01:00,COMPLETE
                1,0.5,0.009,0.1,"adam, decayed",2026-03-01 10:01:00,2026-03-01 10:02:00,COMPLETE
                2,0.125,0.009,0.1,sgd,2026-03-01 10:02:00,2026-03-01 10:03:00,COMPLETE
                3,,,0.1,sgd,2026-03-01 10:03:00,2026-03-01 10:03:30,PRUNED
                4,,,,,2026-03-01 10:04:00,2026-03-01 10:04:01,FAIL
                """);
    }

    private Typed take() throws IOException {
        return type(
                "db",
                "import",
                trials().toString(),
                "--study",
                "boards",
                "--objective",
                "map50-95=values_0",
                "--objective",
                "latency=values_1*1000");
    }

    @Test
    void theSummaryTellsWhatCameInAndWhatIsNext() throws IOException {
        Typed typed = take();

        assertThat(typed.code()).as(typed.err()).isZero();
        assertThat(typed.err())
                .contains("Imported from trials.csv (sha256 ")
                .contains("Study boards has 5 trials: 3 evaluated, 1 pruned, 1 failed.")
                .contains("Best mAP50-95: 0.5000 in boards:1.")
                .contains("Best latency: 4.500 ms in boards:0.")
                .contains("it cannot be searched on, exported or trained again")
                .contains("pareto boards --data-dir " + store());
    }

    @Test
    void whatShowsStudiesShowsIt() throws IOException {
        take();

        assertThat(type("pareto", "boards").out())
                .contains("parameters as given", "lr=0.01 opt=sgd", "lr=0.1 opt=adam, decayed", "4.50")
                .contains("Imported from trials.csv")
                .doesNotContain("How far to trust");
        assertThat(type("pareto", "boards", "--format", "csv").out())
                .contains("0,0.25,,,4.5,4.5,4.5,,,imported-", "\"imported:lr=0.1,opt=adam%2C decayed\"");
        assertThat(type("studies").out()).contains("boards", "finished", "Imported from trials.csv");
        assertThat(type("log", "boards:1").out())
                .contains("There it is trial 1, COMPLETE.", "opt  adam, decayed", "values_1  0.009");
        assertThat(type("log", "boards:4").out()).contains("There it is trial 4, FAIL.");
        Typed check = type("db", "check");
        assertThat(check.err()).contains("1 studies, 5 trials", "nothing is wrong");
        assertThat(check.code()).isZero();
    }

    @Test
    void itsFrontComesInAgain() throws IOException {
        take();
        Path front = Files.writeString(
                folder.resolve("front.csv"),
                type("pareto", "boards", "--format", "csv").out());

        assertThat(type("db", "import", front.toString(), "--study", "again").code())
                .isZero();
        assertThat(type("pareto", "again").out()).contains("lr=0.1 opt=adam, decayed");
    }

    @Test
    void whatWantsASearchOrANetworkIsRefused() throws IOException {
        take();

        for (String command : new String[] {
            "resume boards",
            "resume boards --queue",
            "cancel boards",
            "reproduce boards",
            "trust boards --epochs 9",
            "pareto boards --trust"
        }) {
            Typed typed = type(command.split(" "));
            assertThat(typed.err()).as(command).contains(REFUSED, "Maybe search for networks of your own");
            assertThat(typed.code()).as(command).isEqualTo(2);
        }
        Typed described = type(
                "export",
                "boards:0",
                "--to",
                "onnx",
                "--out",
                folder.resolve("out").toString());
        assertThat(described.err())
                .contains("A trial of a network was expected, found boards:0", "falconet log boards:0");
        assertThat(described.code()).isEqualTo(2);
    }

    @Test
    void aSearchOfThatNameIsRefused() throws IOException {
        take();
        try (ResultsDb db = ResultsDb.openFolder(Path.of(store()))) {
            assertThatThrownBy(() -> new StudyRegister(db, Clock.systemUTC()).enter(Studies.named("boards", 9)))
                    .isInstanceOf(RequestException.class)
                    .hasMessageContainingAll(REFUSED, "under another name");
        }
    }

    @Test
    void aSecondTimeIsRefused() throws IOException {
        take();
        Typed again = take();

        assertThat(again.code()).isEqualTo(2);
        assertThat(again.err()).contains("found that study boards was imported from the same one");
    }

    @Test
    void aBadFileChangesNothing() throws IOException {
        Path bad = Files.writeString(folder.resolve("bad.csv"), "map50,x\n50,1\noops,2\n");
        Typed typed = type("db", "import", bad.toString(), "--study", "bad");

        assertThat(typed.code()).isEqualTo(2);
        assertThat(typed.err()).contains("bad.csv has 2 problems:", "line 2: ", "line 3: ", "Nothing was imported.");
        assertThat(type("studies").out()).doesNotContain("bad");
    }
}
