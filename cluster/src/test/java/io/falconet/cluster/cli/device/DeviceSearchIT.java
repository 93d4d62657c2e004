package io.falconet.cluster.cli.device;

import static org.assertj.core.api.Assertions.assertThat;

import io.falconet.cluster.cli.FalconetCommand;
import io.falconet.cluster.cli.Typed;
import io.falconet.cluster.cli.study.TinyStudy;
import io.falconet.cluster.driver.Front;
import io.falconet.results.ResultsDb;
import io.falconet.results.StoredArtifact;
import io.falconet.results.StudyState;
import io.falconet.results.TrialRecord;
import io.falconet.space.outcome.LatencyReport;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A search that times its candidates on a device: an agent in a process of its own, that dies and comes back. */
class DeviceSearchIT {
    private static final int TRIALS = 6;
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final String STORE = "store";

    @TempDir
    private Path folder;

    private TinyStudy studies;
    private int port;
    private Process agent;
    private List<String> said;

    @BeforeEach
    void startAgent() throws IOException {
        studies = TinyStudy.in(folder);
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        agent = agent("agent");
    }

    @AfterEach
    void stopAgent() throws InterruptedException {
        agent.destroyForcibly().waitFor();
    }

    /**
     * Once by the same agent, which nobody notices; once by one that lets in no more, which stops the search. That goes on
     * while the agent is away, and waits for it.
     */
    @Test
    void anAgentThatDiesAndComesBackCostsNoTrial() throws Exception {
        Path file = studies.file("tiny", TRIALS, 2);
        Files.writeString(file, "device: pi\n", StandardOpenOption.APPEND);
        Typed unknown = Typed.run("search", file.toString(), studies.store(STORE));
        assertThat(unknown.code()).isEqualTo(2);
        assertThat(unknown.err())
                .contains("There is no device named pi; known: local.", "Maybe falconet device add pi");

        assertThat(addPi().code()).isZero();
        CompletableFuture<Typed> searching =
                CompletableFuture.supplyAsync(() -> Typed.run("search", file.toString(), studies.store(STORE)));
        replaceAgent(1, "agent", searching);
        replaceAgent(3, "another", searching);
        Typed stopped = searching.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        assertThat(stopped.code()).as(stopped.err()).isEqualTo(1);
        assertThat(stopped.err())
                .contains("Latency on pi: ", "Device pi does not measure. ", "To go on: falconet resume tiny")
                .doesNotContain(token());
        long before = studies.finished(STORE, "tiny");

        assertThat(addPi().code()).isZero();
        agent.destroyForcibly().waitFor();
        CompletableFuture<Typed> resuming =
                CompletableFuture.supplyAsync(() -> Typed.run("resume", "tiny", studies.store(STORE)));
        Awaitility.await().atMost(PATIENCE).until(() -> resuming.isDone() || running());
        agent = agent("another");
        Typed resumed = resuming.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        assertThat(resumed.code()).as(resumed.err()).isZero();
        assertThat(resumed.err())
                .contains(
                        "An agent was expected at 127.0.0.1:" + port,
                        "What is trained meanwhile waits to be timed.",
                        "%d trials trained, 0 taken from other studies, %d known before"
                                .formatted(TRIALS - before, before));
        assertTimedOnPi(studies.trials(STORE, "tiny"));
        Typed again = Typed.run("reproduce", "tiny:0", studies.store(STORE));
        assertThat(again.out()).containsAnyOf("reproduced", "latency differs").doesNotContain("accuracy differs");
        assertThat(Typed.run("device", "list", "--format", "csv", studies.store(STORE))
                        .out())
                .containsPattern("(?m)^pi,127.0.0.1:%d,.*,%d$".formatted(port, TRIALS));
    }

    private boolean running() {
        try (ResultsDb db = ResultsDb.openFolder(folder.resolve(STORE))) {
            return db.studies().find("tiny").orElseThrow().state() == StudyState.RUNNING;
        }
    }

    /** Kills the agent when so many trials are finished, and starts another at its address. */
    private void replaceAgent(int finished, String home, CompletableFuture<Typed> searching) throws Exception {
        Awaitility.await()
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(100))
                .until(() -> searching.isDone() || studies.finished(STORE, "tiny") >= finished);
        agent.destroyForcibly().waitFor();
        agent = agent(home);
    }

    private void assertTimedOnPi(List<TrialRecord> trials) {
        assertThat(trials).hasSize(TRIALS).allSatisfy(trial -> {
            LatencyReport latency = Front.evaluated(trial).latency().orElseThrow();
            assertThat(latency.device().name()).isEqualTo("pi");
            assertThat(latency.medianNanos()).isPositive();
            assertThat(Front.evaluated(trial).provenance().versions().get("device"))
                    .startsWith("pi: ");
        });
        assertNoSecretIsKept(trials);
    }

    private void assertNoSecretIsKept(List<TrialRecord> trials) {
        try (ResultsDb db = ResultsDb.openFolder(folder.resolve(STORE))) {
            for (TrialRecord trial : trials) {
                for (StoredArtifact artifact : db.trials().artifacts(trial.studyId(), trial.number())) {
                    assertThat(new String(db.artifacts().read(artifact.sha256()), StandardCharsets.ISO_8859_1))
                            .as(artifact.name())
                            .doesNotContain(token());
                }
            }
        }
    }

    private Typed addPi() {
        return Typed.run(
                "device",
                "add",
                "pi",
                "--address",
                "127.0.0.1:" + port,
                "--token",
                token(),
                "--certificate",
                word("certificate"),
                studies.store(STORE));
    }

    private String token() {
        return word("token");
    }

    /** Starts the agent and hears how it is reached. */
    private Process agent(String home) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx200m",
                        FalconetCommand.class.getName(),
                        "agent",
                        "--listen",
                        "127.0.0.1:" + port,
                        "--home",
                        folder.resolve(home).toString())
                .redirectErrorStream(true);
        builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
        Process started = builder.start();
        said = new ArrayList<>();
        BufferedReader reader = started.inputReader();
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            said.add(line);
            if (line.startsWith("certificate")) {
                break;
            }
        }
        new Thread(() -> reader.lines().forEach(line -> {})).start();
        return started;
    }

    private String word(String key) {
        return said.stream()
                .filter(line -> line.startsWith(key + " "))
                .findFirst()
                .orElseThrow(() -> new AssertionError(said))
                .replaceFirst("\\S+\\s+", "");
    }
}
