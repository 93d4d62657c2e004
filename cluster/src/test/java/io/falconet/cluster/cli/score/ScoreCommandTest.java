package io.falconet.cluster.cli.score;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.falconet.cluster.cli.Typed;
import io.falconet.cluster.cli.study.StudyFiles;
import io.falconet.cluster.cli.study.TinyStudy;
import io.falconet.cluster.driver.Studies;
import io.falconet.cluster.driver.StudyDriver;
import io.falconet.cluster.driver.StudyRegister;
import io.falconet.results.ResultsDb;
import io.falconet.results.StudyRecord;
import io.falconet.space.search.SearchListener;
import io.falconet.space.study.StudySpec;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScoreCommandTest {
    @TempDir
    static Path folder;

    private static TinyStudy tiny;

    @BeforeAll
    static void someData() throws Exception {
        tiny = TinyStudy.in(folder);
        enter("ranked", 5);
        enter("begun", 2);
    }

    /** A study whose larger networks are better. */
    private static void enter(String name, int trials) throws Exception {
        StudySpec spec = StudyFiles.read(tiny.file(name, trials, 1));
        Clock clock = Clock.systemUTC();
        try (ResultsDb db = ResultsDb.openFolder(folder.resolve("store"))) {
            StudyRecord study = new StudyRegister(db, clock).enter(spec);
            new StudyDriver(db, clock)
                    .search(
                            study,
                            spec,
                            Studies.DATA,
                            Studies.DEVICE,
                            request -> CompletableFuture.completedStage(Studies.evaluation(request)),
                            new SearchListener() {});
        }
    }

    @Test
    void modelsAreScoredSideBySide() throws Exception {
        String[] words = {"nanodet-m", "fcos-shufflenetv2", "--input=64", "--images=4", "--format=json"};
        JsonNode rows = new ObjectMapper().readTree(score(words).out());

        assertThat(rows.findValuesAsText("model")).containsExactly("nanodet-m", "fcos-shufflenetv2");
        assertThat(rows.at("/0/parameters").longValue()).isEqualTo(parameters("nanodet-m"));
        for (String key : List.of("synflow", "naswot", "jacov")) {
            assertThat(rows.findValues(key)).allMatch(JsonNode::isDouble);
            assertThat(rows.findValues(key + "_ms")).allMatch(JsonNode::isDouble);
        }
        assertThat(rows.at("/0/grad_norm").doubleValue()).isPositive();
        assertThat(rows.at("/1/grad_norm").isNull()).isTrue();
        JsonNode again = new ObjectMapper().readTree(score(words).out());
        assertThat(again.at("/0/naswot")).isEqualTo(rows.at("/0/naswot"));
        assertThat(again.at("/0/synflow")).isEqualTo(rows.at("/0/synflow"));
    }

    private static long parameters(String model) throws Exception {
        Typed described = Typed.run("describe", model, "--classes=4", "--format=json");
        return new ObjectMapper()
                .readTree(described.out())
                .at("/parametersExecuted")
                .longValue();
    }

    @Test
    void whatHasNoScoreIsADashForPeople() {
        Typed typed = score("fcos-shufflenetv2", "--input=64", "--images=2");

        assertThat(typed.code()).isZero();
        assertThat(typed.out().lines().findFirst().orElseThrow())
                .contains("parameters", "MACs", "synflow (ln)", "NASWOT", "jacov", "grad norm", "ms");
        assertThat(typed.out().strip()).endsWith("–   –");
    }

    @Test
    void aStudyTellsHowScoresRankItsTrials() throws Exception {
        Typed typed = Typed.run("score", "--study=ranked", tiny.store("store"), "--images=4", "--format=json");

        assertThat(typed.err()).contains("Scoring 5 trials of ranked");
        JsonNode rows = new ObjectMapper().readTree(typed.out());
        assertThat(rows.findValuesAsText("score"))
                .containsExactly("parameters", "macs", "synflow", "naswot", "jacov", "grad_norm");
        assertThat(rows.findValuesAsText("trials")).containsOnly("5");
        assertThat(rows.at("/0/spearman").doubleValue()).isEqualTo(1);
        assertThat(rows.at("/0/kendall").doubleValue()).isEqualTo(1);
        for (JsonNode row : rows) {
            assertThat(row.at("/spearman").doubleValue())
                    .isBetween(
                            row.at("/spearman_low").doubleValue(),
                            row.at("/spearman_high").doubleValue());
        }
    }

    @Test
    void twoTrialsTellNothing() {
        Typed typed = Typed.run("score", "--study=begun", tiny.store("store"));

        assertThat(typed.code()).isEqualTo(2);
        assertThat(typed.err())
                .contains("At least 5 evaluated trials of begun were expected, found 2", "Maybe falconet resume begun");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "score | found neither",
                "score nanodet-m | found models alone",
                "score --data=here | found --data alone",
                "score nanodet-m --study=ranked | found --study beside nanodet-m",
                "score --study=ranked --input=320 | found --study beside --input",
                "score nanodet-m --data=here --images=1 | At least 2 images were expected, which scores compare, found --images 1",
                "score --study=nope | A study of the store was expected, found \"nope\""
            })
    void wrongRequestsAreToldWithARemedy(String line, String problem) {
        String[] words = (line + " " + tiny.store("store")).split(" ");
        Typed typed = Typed.run(words);

        assertThat(typed.code()).isEqualTo(2);
        assertThat(typed.out()).isEmpty();
        assertThat(typed.err()).contains(problem, "Maybe").doesNotContain("\tat ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nanodet --input=64 | A model was expected, found \"nanodet\"",
                "dla34 | A detector was expected, found dla34",
                "nanodet-m --input=100 | multiples of"
            })
    void modelsThatCannotBeScoredAreNamed(String line, String problem) {
        Typed typed = score(line.split(" "));

        assertThat(typed.code()).isEqualTo(2);
        assertThat(typed.err()).contains(problem, "Maybe").doesNotContain("\tat ");
    }

    private static Typed score(String... words) {
        return Typed.run(
                Stream.concat(Stream.of("score", "--data=" + folder, tiny.store("store")), Arrays.stream(words))
                        .toArray(String[]::new));
    }
}
