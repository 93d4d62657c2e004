package io.falconet.cluster.cli.cluster;

import io.falconet.cluster.cli.FalconetCommand;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.awaitility.Awaitility;

/** Commands typed on one machine, each in a process of its own; what still runs ends when it is closed. */
public final class Machine implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Path folder;
    private final List<Running> started = new ArrayList<>();

    /** @param folder in which they are typed */
    public Machine(Path folder) {
        this.folder = folder;
    }

    /** A command that was typed, and what it said so far. */
    public record Running(Process process, Path log) {
        /** All it said. */
        public String said() {
            try {
                return Files.readString(log);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** Waits until it said something. */
        public Running awaitWords(String words) {
            await(() -> said().contains(words));
            return this;
        }

        /** Waits until something is so, which it does not outlive. */
        public void await(BooleanSupplier something) {
            Awaitility.await().atMost(PATIENCE).until(() -> something.getAsBoolean() || !process.isAlive());
            if (!something.getAsBoolean()) {
                throw new AssertionError("It ended:\n" + said());
            }
        }

        /** Waits for its end; gives the exit code. */
        public int awaitEnd() throws InterruptedException {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new AssertionError("It goes on and on:\n" + said());
            }
            return process.exitValue();
        }

        /** As when its machine is unplugged: it, and all that it started. */
        public void unplug() {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    /** Types a command; returns before it ends. */
    public Running type(String... words) throws IOException {
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "@" + Path.of("jvm.flags").toAbsolutePath(),
                "-Xmx500m",
                FalconetCommand.class.getName()));
        line.addAll(List.of(words));
        Path log = folder.resolve("typed-" + started.size() + ".log");
        ProcessBuilder builder = new ProcessBuilder(line)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
        Running running = new Running(builder.start(), log);
        started.add(running);
        return running;
    }

    @Override
    public void close() {
        started.forEach(Running::unplug);
    }
}
