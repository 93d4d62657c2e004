package io.falconet.latency.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.falconet.latency.measure.SampleModels;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An agent in a process of its own, from the one file that goes to devices, which is killed while it measures and started again. */
class LostAgentIT {
    private static final int MEASUREMENTS = 200;

    @TempDir
    private Path home;

    private int port;
    private volatile Process agent;

    @BeforeEach
    void choosePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
    }

    @AfterEach
    void stop() throws InterruptedException {
        agent.destroyForcibly().waitFor();
    }

    @Test
    void noMeasurementIsLostOrCountedTwice() throws Exception {
        List<String> said = start();
        AgentClient client =
                new AgentClient(new AgentAddress("127.0.0.1:" + port, word(said, "token"), word(said, "certificate")));
        List<byte[]> models = List.of(SampleModels.convolutions(16, 1), SampleModels.convolutions(16, 3));
        int[] counted = new int[MEASUREMENTS];
        for (int i = 0; i < MEASUREMENTS; i++) {
            if (i == 60 || i == 130) {
                restartSoon();
            }
            client.measure(models.get(i % 2), 1, 1 + i % 3, Duration.ofMinutes(1), lost -> {});
            counted[i]++;
        }
        assertThat(counted).containsOnly(1);
    }

    /** Kills the agent when it is likely to measure, and starts it again. */
    private void restartSoon() {
        Process old = agent;
        new Thread(() -> {
                    try {
                        old.destroyForcibly().waitFor();
                        start();
                    } catch (IOException | InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                })
                .start();
    }

    private List<String> start() throws IOException {
        Process started = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-jar",
                        "target/falconet-agent.jar",
                        "--listen",
                        "127.0.0.1:" + port,
                        "--home",
                        home.toString())
                .redirectErrorStream(true)
                .start();
        agent = started;
        List<String> said = new ArrayList<>();
        BufferedReader reader = started.inputReader();
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            said.add(line);
            if (line.startsWith("certificate")) {
                break;
            }
        }
        new Thread(() -> reader.lines().forEach(line -> {})).start();
        return said;
    }

    private static String word(List<String> said, String key) {
        return said.stream()
                .filter(line -> line.startsWith(key + " "))
                .findFirst()
                .orElseThrow(() -> new AssertionError(said))
                .replaceFirst("\\S+\\s+", "");
    }
}
