package io.falconet.cluster.cli.study;

import static org.assertj.core.api.Assertions.assertThat;

import io.falconet.cluster.cli.FalconetCommand;
import io.falconet.cluster.cli.Typed;
import io.falconet.cluster.cli.terminal.ExitCode;
import io.falconet.cluster.driver.Front;
import io.falconet.results.TrialRecord;
import io.falconet.space.outcome.Accuracy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole searches, with everything real: Spark, PyTorch, ONNX Runtime, H2 files, processes that die. */
class SearchIT {
    private static final int TRIALS = 7;
    /** More trials than any machine has done before it is stopped. */
    private static final int ENDLESS = 10_000;

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private static TinyStudy studies;

    private final List<Process> started = new ArrayList<>();

    @BeforeAll
    static void searchUndisturbed(@TempDir Path folder) throws IOException {
        studies = TinyStudy.in(folder);
        Typed typed = Typed.run("search", studies.file("tiny", TRIALS, 2).toString(), studies.store("undisturbed"));

        assertThat(typed.err()).contains("Finished", TRIALS + " trials trained");
        assertThat(typed.code()).isZero();
    }

    @AfterEach
    void nothingGoesOn() {
        started.forEach(Process::destroyForcibly);
    }

    @Test
    void aSearchEndsWithItsFrontAndTheNextCommand() {
        Typed again = Typed.run("resume", "tiny", studies.store("undisturbed"));

        assertThat(again.code()).isZero();
        assertThat(again.out()).contains("mAP50-95", "latency");
        assertThat(again.err()).contains("finished already", "Next:  falconet export tiny");
        assertThat(Typed.run("pareto", "tiny", "--format", "csv", studies.store("undisturbed"))
                        .out())
                .contains("small-objects:input=128");
    }

    @Test
    void whatASearchLeavesFitsTogether() {
        Typed typed = Typed.run("db", "check", studies.store("undisturbed"));

        assertThat(typed.code()).as(typed.out()).isZero();
        assertThat(typed.err()).contains("nothing is wrong");
    }

    @Test
    void aSearchKeepsItsArtifactsWhereHadoopWrites() throws IOException {
        String place = "file://" + studies.folder().resolve("hadoop");
        Typed typed = Typed.run(
                "search", studies.file("kept", 2, 1).toString(), studies.store("elsewhere"), "--artifacts=" + place);

        assertThat(typed.code()).as(typed.err()).isZero();
        assertThat(typed.err()).contains("Artifacts: " + place);
        assertThat(Typed.run("log", "kept:0", studies.store("elsewhere")).out()).contains("epoch");
        Typed check = Typed.run("db", "check", studies.store("elsewhere"));
        assertThat(check.code()).as(check.out()).isZero();
        assertThat(studies.folder().resolve("elsewhere").resolve("artifacts")).doesNotExist();
    }

    @Test
    void slotsChangeNeitherTheSequenceNorTheAccuracies() throws IOException {
        Typed typed = Typed.run("search", studies.file("tiny", TRIALS, 1).toString(), studies.store("oneslot"));

        assertThat(typed.code()).isZero();
        assertThat(sequence("oneslot", "tiny")).isEqualTo(sequence("undisturbed", "tiny"));
        assertThat(accuracies("oneslot", "tiny")).isEqualTo(accuracies("undisturbed", "tiny"));
    }

    @Test
    void aKilledSearchGoesOnAndTrainsNothingTwice() throws Exception {
        Path file = studies.file("tiny", TRIALS, 2);
        Process killed = start(file, "killed");
        await(killed, "killed", 2);
        killed.destroyForcibly().waitFor();
        long before = studies.finished("killed", "tiny");

        Typed typed = Typed.run("search", file.toString(), studies.store("killed"));

        assertThat(typed.err())
                .contains("%d trials trained, 0 taken from other studies, %d known before"
                        .formatted(TRIALS - before, before));
        assertThat(sequence("killed", "tiny")).isEqualTo(sequence("undisturbed", "tiny"));
        assertThat(accuracies("killed", "tiny")).isEqualTo(accuracies("undisturbed", "tiny"));
    }

    /** By SIGTERM, which is handled as Ctrl-C is: whatever a shell starts in its background never sees Ctrl-C's SIGINT. */
    @Test
    void aSearchThatIsStoppedTellsHowItGoesOn() throws Exception {
        Process stopped = start(studies.file("tiny", ENDLESS, 2), "stopped");
        await(stopped, "stopped", 1);

        stopped.destroy();

        boolean ended = stopped.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        String log = Files.readString(log("stopped"));
        assertThat(ended).as(log).isTrue();
        assertThat(stopped.exitValue()).as(log).isEqualTo(ExitCode.STOPPED);
        assertThat(log).contains("To go on: falconet resume tiny").doesNotContain("\tat ");
    }

    @Test
    void anotherStudyOfTheSameStoreTrainsNothingAgain() throws IOException {
        Typed typed = Typed.run("search", studies.file("other", TRIALS, 2).toString(), studies.store("undisturbed"));

        assertThat(typed.err()).contains("0 trials trained, " + TRIALS + " taken from other studies");
        assertThat(accuracies("undisturbed", "other")).isEqualTo(accuracies("undisturbed", "tiny"));
    }

    /** By the strategy of the study itself there is nothing left to train. */
    @Test
    void strategiesAreComparedByAsManyTrials() throws IOException {
        String[] words = {
            "bench",
            "search",
            studies.file("tiny", TRIALS, 2).toString(),
            "--strategy=nsga2,random",
            "--seeds=1",
            "--format=csv",
            studies.store("undisturbed")
        };
        Typed typed = Typed.run(words);

        assertThat(typed.code()).as(typed.err()).isZero();
        assertThat(typed.err())
                .contains(
                        "Search 1 of 2: nsga2, seed 5.",
                        "0 trials trained, " + TRIALS + " taken from other studies",
                        "Search 2 of 2: random, seed 5.");
        assertThat(typed.out().lines().map(line -> line.replaceFirst(",.*", "")))
                .containsExactly("strategy", "nsga2", "random");
        assertThat(typed.out()).startsWith("strategy,hypervolume_at_1,hypervolume_at_3,hypervolume_at_7,");
        assertThat(studies.trials("undisturbed", "tiny-random-s5")).hasSize(TRIALS);
        Typed again = Typed.run(words);
        assertThat(again.out()).isEqualTo(typed.out());
        assertThat(again.err()).contains("Study tiny-random-s5 is finished already");
    }

    @Test
    void aStrategyThatIsNotThereIsRefusedBeforeAnythingIsTrained() throws IOException {
        String file = studies.file("refused", TRIALS, 2).toString();
        Typed typed = Typed.run("bench", "search", file, "--strategy=nsga,random", studies.store("refused"));

        assertThat(typed.code()).isEqualTo(2);
        assertThat(typed.err()).contains("There is no strategy named nsga", "Maybe nsga2.");
        assertThat(Typed.run("bench", "search", file, "--seeds=0", studies.store("refused"))
                        .err())
                .contains("At least 1 seed was expected, found --seeds 0.");
        assertThat(studies.trials("refused", "refused-random-s5")).isEmpty();
    }

    @Test
    void aStoredTrialReproducesItsAccuracy() {
        Typed typed = Typed.run("reproduce", "tiny:2", studies.store("undisturbed"));

        assertThat(typed.out()).containsAnyOf("reproduced", "latency differs").doesNotContain("accuracy differs");
    }

    @Test
    void longerTrainingsTellHowFarToTrustTheSearchAndAreDoneOnce() {
        String[] words = {"trust", "tiny", "--epochs=2", "--sample=5", "--format=csv", studies.store("undisturbed")};
        Typed typed = Typed.run(words);

        assertThat(typed.code()).as(typed.err()).isZero();
        assertThat(typed.err()).contains("training 5 detectors", "5 trained, 0 taken from other studies");
        assertThat(typed.out().lines())
                .hasSize(4)
                .anyMatch(line ->
                        line.startsWith("\"epochs=1,images=all,batch=4\",\"epochs=2,images=all,batch=4\",map50-95,5"));
        Typed again = Typed.run(words);
        assertThat(again.out()).isEqualTo(typed.out());
        assertThat(again.err()).contains("all 5 detectors are trained already");
        Typed more = Typed.run("trust", "tiny", "--epochs=2", "--sample=6", studies.store("undisturbed"));
        assertThat(more.err()).contains("1 trained, 5 taken from other studies");
        assertThat(Typed.run("pareto", "tiny", studies.store("undisturbed")).out())
                .contains("beside 2 epochs, 6 of 7 networks", "ranked by", "1 epoch            6");
    }

    @Test
    void theFrontIsExportedAFolderAModel() throws IOException {
        Path out = studies.folder().resolve("front");
        Typed typed =
                Typed.run("export", "tiny", "--to=onnx,config,ncnn", "--out=" + out, studies.store("undisturbed"));

        assertThat(typed.code()).isZero();
        try (var models = Files.list(out)) {
            assertThat(models).isNotEmpty().allSatisfy(model -> {
                assertThat(model.getFileName().toString()).matches("tiny-\\d{4}");
                assertThat(model.resolve("model.onnx")).isNotEmptyFile();
                assertThat(model.resolve("configuration.json")).isNotEmptyFile();
                assertThat(model.resolve("model.param")).isNotEmptyFile();
                assertThat(model.resolve("model.bin")).isNotEmptyFile();
            });
        }
    }

    /** The zip holds the model file that the search stored; the other one is made of the weights alone. */
    @Test
    void aTrialComesBackBitForBit() throws IOException {
        Path out = studies.folder().resolve("back");
        String name = "tiny-0002";
        for (String[] line : new String[][] {
            {"export", "tiny:2", "--to=zip", "--out=" + out, studies.store("undisturbed")},
            {"export", out.resolve(name + ".zip").toString(), "--to=weights,config", "--out=" + out.resolve("bare")},
            {"export", out.resolve("bare").resolve(name).toString(), "--to=zip", "--out=" + out.resolve("again")}
        }) {
            Typed typed = Typed.run(line);
            assertThat(typed.code()).as(typed.err()).isZero();
        }
        assertThat(out.resolve("again").resolve(name + ".zip")).hasSameBinaryContentAs(out.resolve(name + ".zip"));
    }

    private Process start(Path file, String store) throws IOException {
        ProcessBuilder search = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "@jvm.flags",
                        "-Xmx700m",
                        FalconetCommand.class.getName(),
                        "search",
                        file.toString(),
                        studies.store(store))
                .redirectErrorStream(true)
                .redirectOutput(log(store).toFile());
        search.environment().put("CLASSPATH", System.getProperty("java.class.path"));
        Process process = search.start();
        started.add(process);
        return process;
    }

    private static Path log(String store) {
        return studies.folder().resolve(store + ".log");
    }

    /** Waits for so many trials; a search that has them may have ended. */
    private static void await(Process search, String store, long finished) {
        Awaitility.await()
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(200))
                .failFast(() -> {
                    if (!search.isAlive()) {
                        assertFinished(store, finished);
                    }
                })
                .untilAsserted(() -> assertFinished(store, finished));
    }

    private static void assertFinished(String store, long finished) throws IOException {
        assertThat(studies.finished(store, "tiny"))
                .as("trials finished by a search that said:%n%s", Files.readString(log(store)))
                .isGreaterThanOrEqualTo(finished);
    }

    private static List<String> sequence(String store, String study) {
        return studies.trials(store, study).stream()
                .map(TrialRecord::architecture)
                .toList();
    }

    private static List<Accuracy> accuracies(String store, String study) {
        return studies.trials(store, study).stream()
                .map(trial -> Front.evaluated(trial).accuracy())
                .toList();
    }
}
