package io.falconet.cluster.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.falconet.cluster.driver.Front;
import io.falconet.results.ResultsDb;
import io.falconet.results.StoredArtifact;
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
    private static final int TRIALS = 5;
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
        agent = agent();
    }

    @AfterEach
    void stopAgent() throws InterruptedException {
        agent.destroyForcibly().waitFor();
    }

    @Test
    void anAgentThatDiesAndComesBackCostsNoTrial() throws Exception {
        Path file = study("pi");
        Typed unknown = Typed.run("search", file.toString(), studies.store(STORE));
        assertThat(unknown.code()).isEqualTo(2);
        assertThat(unknown.err())
                .contains("There is no device named pi; known: local.", "Maybe falconet device add pi");

        assertThat(add("pi").code()).isZero();
        CompletableFuture<Typed> searching =
                CompletableFuture.supplyAsync(() -> Typed.run("search", file.toString(), studies.store(STORE)));
        Awaitility.await()
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(200))
                .until(() -> searching.isDone() || studies.finished(STORE, "tiny") > 0);
        agent.destroyForcibly().waitFor();
        agent = agent();
        Typed searched = searching.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);

        assertThat(searched.code()).as(searched.err()).isZero();
        assertThat(searched.err())
                .contains(TRIALS + " trials trained", "Latency on pi: ")
                .doesNotContain(token());
        List<TrialRecord> trials = studies.trials(STORE, "tiny");
        assertThat(trials).hasSize(TRIALS).allSatisfy(trial -> {
            LatencyReport latency = Front.evaluated(trial).latency().orElseThrow();
            assertThat(latency.device().name()).isEqualTo("pi");
            assertThat(latency.medianNanos()).isPositive();
            assertThat(Front.evaluated(trial).provenance().versions().get("device"))
                    .startsWith("pi: ");
        });
        assertNoSecretIsKept(trials);

        Typed again = Typed.run("reproduce", "tiny:0", studies.store(STORE));
        assertThat(again.out()).containsAnyOf("reproduced", "latency differs").doesNotContain("accuracy differs");
        assertThat(Typed.run("device", "list", "--format", "csv", studies.store(STORE))
                        .out())
                .containsPattern("(?m)^pi,127.0.0.1:%d,.*,%d$".formatted(port, TRIALS));
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

    private Path study(String device) throws IOException {
        return Files.writeString(
                studies.file("tiny", TRIALS, 2), "device: " + device + "\n", StandardOpenOption.APPEND);
    }

    private Typed add(String name) {
        return Typed.run(
                "device",
                "add",
                name,
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
    private Process agent() throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx200m",
                        FalconetCommand.class.getName(),
                        "agent",
                        "--listen",
                        "127.0.0.1:" + port,
                        "--home",
                        folder.resolve("agent").toString())
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
