package io.falconet.cluster.cli.demo;

import io.falconet.cluster.driver.RequestException;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** The dashboard, running beside a command in a process of its own; ends with it. */
final class DashboardProcess implements AutoCloseable {
    private static final int PREFERRED_PORT = 8080;
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private final Process process;
    private final int port;
    private final Path log;

    private DashboardProcess(Process process, int port, Path log) {
        this.process = process;
        this.port = port;
        this.log = log;
    }

    /**
     * Starts the dashboard; returns before it answers.
     *
     * @param port 0 for the usual one, or any free one where that is taken
     */
    static DashboardProcess start(int port, Path dataDir) throws IOException {
        String launcher = System.getProperty("falconet.launcher");
        if (launcher == null) {
            throw new RequestException(
                    "The dashboard is started by the launcher, found no launcher.",
                    "type ./falconet demo, or add --no-dashboard.");
        }
        int chosen = port != 0 ? port : free(PREFERRED_PORT) ? PREFERRED_PORT : anyFree();
        Path log = Files.createDirectories(dataDir).resolve("dashboard.log");
        Process process = new ProcessBuilder(
                        launcher,
                        "dashboard",
                        "--port=" + chosen,
                        "--data-dir=" + dataDir.toAbsolutePath(),
                        "--no-login")
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .redirectInput(new File("/dev/null"))
                .start();
        return new DashboardProcess(process, chosen, log);
    }

    /** Where people find it. */
    String address() {
        return "http://localhost:" + port;
    }

    /**
     * Waits until it answers.
     *
     * @throws IOException if it ends before, or takes too long
     */
    void awaitAnswer() throws IOException, InterruptedException {
        HttpClient client =
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/"))
                .timeout(Duration.ofSeconds(20))
                .build();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            if (process.waitFor(300, TimeUnit.MILLISECONDS)) {
                throw new IOException("The dashboard ended with code %d:%n%s"
                        .formatted(process.exitValue(), Files.readString(log).strip()));
            }
            try {
                client.send(request, HttpResponse.BodyHandlers.discarding());
                return;
            } catch (IOException e) {
                // Not listening yet.
            }
        }
        throw new IOException("The dashboard did not answer within %d s. Maybe its log tells why: %s"
                .formatted(PATIENCE.toSeconds(), log));
    }

    /** Waits until it ends. */
    void awaitEnd() throws InterruptedException {
        process.waitFor();
    }

    @Override
    public void close() {
        process.destroy();
    }

    private static boolean free(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }

    private static int anyFree() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
