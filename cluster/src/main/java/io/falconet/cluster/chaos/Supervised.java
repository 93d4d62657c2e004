package io.falconet.cluster.chaos;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A process that is started again whenever it has ended, as a service manager would. Not thread-safe. */
final class Supervised {
    private static final long SECONDS_TO_END = 20;

    private final String name;
    private final ProcessBuilder command;
    private final Path log;
    private Process process;

    /** @param log to which all that it says is added */
    Supervised(String name, ProcessBuilder command, Path log) {
        this.name = name;
        this.command = command.redirectErrorStream(true).redirectOutput(Redirect.appendTo(log.toFile()));
        this.log = log;
    }

    String name() {
        return name;
    }

    /** Starts it, unless it runs. */
    void ensure() throws IOException {
        if (process == null || !process.isAlive()) {
            process = command.start();
        }
    }

    /** Whether it runs, as far as its own process goes. */
    boolean alive() {
        return process != null && process.isAlive();
    }

    /** The processes that it started. */
    List<ProcessHandle> children() {
        return process == null ? List.of() : process.descendants().toList();
    }

    /** As by a power cut: nobody is asked, nothing is tidied up. */
    void kill() {
        if (process != null) {
            process.destroyForcibly();
        }
    }

    /** Ends it, politely at first, with what it started. */
    void end() {
        if (process != null) {
            List<ProcessHandle> children = children();
            process.destroy();
            try {
                process.waitFor(SECONDS_TO_END, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            process.destroyForcibly();
            children.forEach(ProcessHandle::destroyForcibly);
        }
    }

    /** What it said behind a word at the start of a line, last. */
    Optional<String> word(String key) throws IOException {
        return Files.exists(log)
                ? Files.readAllLines(log).stream()
                        .filter(line -> line.startsWith(key + " "))
                        .reduce((first, last) -> last)
                        .map(line -> line.replaceFirst("\\S+\\s+", ""))
                : Optional.empty();
    }
}
