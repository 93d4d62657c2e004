package io.falconet.cluster.cli.study;

import static org.assertj.core.api.Assertions.assertThat;

import io.falconet.cluster.cli.FalconetCommand;
import io.falconet.cluster.cli.Typed;
import io.falconet.cluster.cli.terminal.ExitCode;
import io.falconet.results.ResultsDb;
import io.falconet.results.StudyRecord;
import io.falconet.results.StudyState;
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

/** Workers that search what was queued, with real trainings and processes that are told to end. */
class WorkerIT {
    private static final int TRIALS = 2;
    /** More trials than any machine has done before it is stopped. */
    private static final int ENDLESS = 10_000;

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private static TinyStudy studies;

    private final List<Process> started = new ArrayList<>();

    @BeforeAll
    static void putData(@TempDir Path folder) throws IOException {
        studies = TinyStudy.in(folder);
    }

    @AfterEach
    void nothingGoesOn() {
        started.forEach(Process::destroyForcibly);
    }

    @Test
    void studiesAreSearchedInTheirOrderAndWhatCannotBeIsLeftFailed() throws IOException {
        String store = studies.store("queue");
        Path lost = studies.file("lost", TRIALS, 1);
        Path images = Files.createDirectory(studies.folder().resolve("lost"));
        Files.writeString(lost, Files.readString(lost).replace("images: images", "images: lost"));
        Typed queued = Typed.run("search", lost.toString(), "--queue", store);
        assertThat(queued.err()).contains("lost waits for a worker. One is started by: falconet worker --data-dir");
        Typed.run("search", studies.file("good", TRIALS, 2).toString(), "--queue", store);
        Typed.run("search", studies.file("gone", TRIALS, 2).toString(), "--queue", store);
        Typed.run("cancel", "gone", store);
        Files.delete(images);

        Typed worker = Typed.run("worker", "--once", store);

        assertThat(worker.code()).as(worker.err()).isZero();
        assertThat(worker.err())
                .contains("lost: Searching.", "lost: A folder of images was expected", "good: Searching.")
                .containsSubsequence("good: Finished after", TRIALS + " trials trained", "No study waits.")
                .doesNotContain("gone: ");
        assertThat(state("queue", "lost")).isEqualTo(StudyState.FAILED);
        assertThat(state("queue", "good")).isEqualTo(StudyState.FINISHED);
        assertThat(state("queue", "gone")).isEqualTo(StudyState.CANCELLED);
        Typed list = Typed.run("studies", "--format=csv", store);
        assertThat(list.out().lines())
                .anyMatch(line -> line.startsWith("good,finished,2,2,0,"))
                .anyMatch(line -> line.startsWith("gone,cancelled,0,2,0,"))
                .anyMatch(line -> line.startsWith("lost,failed,0,2,0,"));
        Typed again = Typed.run("resume", "gone", store);
        assertThat(again.code()).isEqualTo(ExitCode.REQUEST_WRONG);
        assertThat(again.err()).contains("found gone cancelled", "Maybe give it another name");
    }

    /** By SIGTERM, as when its machine goes down: whoever works next goes on. */
    @Test
    void aWorkerThatIsToldToEndLeavesItsStudyToTheNext() throws Exception {
        String store = studies.store("handed");
        Typed.run("search", studies.file("handed", ENDLESS, 2).toString(), "--queue", store);
        Process first = start("worker", store);
        awaitTrials(first, 1);
        first.destroy();
        assertThat(first.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(first.exitValue()).as(log(first)).isEqualTo(ExitCode.STOPPED);
        assertThat(state("handed", "handed")).isEqualTo(StudyState.QUEUED);
        long before = studies.finished("handed", "handed");

        Process second = start("worker", store);
        awaitTrials(second, before + 1);
        assertThat(Typed.run("pause", "handed", store).err()).contains("handed starts no further trial");
        Awaitility.await().atMost(PATIENCE).until(() -> nobodyDrives("handed"));
        assertThat(state("handed", "handed")).isEqualTo(StudyState.PAUSED);
        assertThat(studies.trials("handed", "handed"))
                .allMatch(trial -> trial.state().finished());
    }

    /** Each gets its half of the slots, though one was queued first and asks for as many. */
    @Test
    void studiesThatAreSearchedSideBySideShareTheSlots() throws Exception {
        String store = studies.store("shared");
        Typed.run("search", studies.file("early", ENDLESS, 2).toString(), "--queue", store);
        Typed.run("search", studies.file("late", ENDLESS, 2).toString(), "--queue", store);
        Process worker = start("worker", "--slots=2", store);
        Awaitility.await()
                .atMost(PATIENCE)
                .failFast("the worker ended", () -> !worker.isAlive())
                .until(() -> studies.finished("shared", "early") + studies.finished("shared", "late") >= 8);

        assertThat(studies.finished("shared", "late")).isGreaterThanOrEqualTo(3);
        assertThat(studies.finished("shared", "early")).isGreaterThanOrEqualTo(3);
    }

    private static StudyState state(String store, String study) {
        try (ResultsDb db = ResultsDb.openFolder(studies.folder().resolve(store))) {
            return db.studies().find(study).map(StudyRecord::state).orElseThrow();
        }
    }

    private static boolean nobodyDrives(String study) {
        try (ResultsDb db = ResultsDb.openFolder(studies.folder().resolve("handed"))) {
            return db.studies()
                    .owner(db.studies().find(study).orElseThrow().id())
                    .isEmpty();
        }
    }

    private void awaitTrials(Process worker, long finished) {
        Awaitility.await()
                .atMost(PATIENCE)
                .failFast("the worker ended", () -> !worker.isAlive())
                .until(() -> studies.finished("handed", "handed") >= finished);
    }

    private Process start(String... words) throws IOException {
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "@jvm.flags",
                "-Xmx700m",
                FalconetCommand.class.getName()));
        line.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(
                        studies.folder().resolve(started.size() + ".log").toFile());
        builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
        Process process = builder.start();
        started.add(process);
        return process;
    }

    private String log(Process process) throws IOException {
        return Files.readString(studies.folder().resolve(started.indexOf(process) + ".log"));
    }
}
