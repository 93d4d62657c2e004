package io.falconet.results;

import static io.falconet.results.Samples.NOW;
import static io.falconet.results.Samples.request;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Another process with the same database open. Says {@code ready} when it is, and ends with its standard input. */
final class OtherProcess implements AutoCloseable {
    private final Process process;
    private final BufferedReader output;

    private OtherProcess(Process process) {
        this.process = process;
        this.output = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /** Starts one and waits until it is ready. */
    static OtherProcess start(String what, Path folder) throws IOException {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        OtherProcess other = new OtherProcess(new ProcessBuilder(
                        java.toString(),
                        "-Xmx128m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        OtherProcess.class.getName(),
                        what,
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
        other.expect("ready");
        return other;
    }

    /** Waits for a line. */
    void expect(String line) throws IOException {
        String found = output.readLine();
        if (!line.equals(found)) {
            throw new IllegalStateException("Expected the other process to say " + line + ", found " + found + ".");
        }
    }

    /** Lets it end by itself. */
    int finish() throws IOException, InterruptedException {
        process.getOutputStream().close();
        return process.waitFor();
    }

    /** Asks it to end, as Ctrl-C does. */
    void terminate() throws InterruptedException {
        process.destroy();
        process.waitFor();
    }

    /** Ends it on the spot. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[1]);
        switch (arguments[0]) {
            case "selfish" -> {
                try (Connection connection =
                        DriverManager.getConnection("jdbc:h2:file:" + folder.resolve("falconet"))) {
                    connection.setReadOnly(false);
                    ready();
                }
            }
            case "open" -> {
                try (ResultsDb db = ResultsDb.openFolder(folder)) {
                    db.studies().list();
                    ready();
                }
            }
            case "open and close" -> {
                CompletableFuture<Void> end = CompletableFuture.runAsync(OtherProcess::ready);
                while (!end.isDone()) {
                    ResultsDb.openFolder(folder).close();
                }
            }
            case "record" -> {
                try (ResultsDb db = ResultsDb.openFolder(folder)) {
                    record(db, claim(db), 0, 50);
                    ready();
                }
            }
            case "record and drop dead" -> {
                ResultsDb db = ResultsDb.openFolder(folder);
                record(db, claim(db), 0, 5);
                Runtime.getRuntime().halt(9);
            }
            case "record at the end" -> {
                ResultsDb db = ResultsDb.openFolder(folder);
                Claim claim = claim(db);
                Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                    record(db, claim, 0, 20);
                    db.studies().release(claim, StudyState.STOPPED, Optional.empty(), NOW);
                }));
                ready();
            }
            default -> throw new IllegalArgumentException(arguments[0]);
        }
    }

    private static Claim claim(ResultsDb db) {
        long study = db.studies().create("theirs", "", 50, NOW).id();
        return db.studies()
                .claim(study, Owner.thisProcess().text(), Duration.ofMinutes(1), NOW)
                .orElseThrow();
    }

    static void record(ResultsDb db, Claim claim, int from, int to) {
        for (int number = from; number < to; number++) {
            db.trials().propose(claim, request(number), NOW);
            db.trials().record(claim, number, new Samples(number).outcome(), Optional.empty(), List.of(), NOW);
        }
    }

    private static void ready() {
        System.out.println("ready");
        try {
            while (System.in.read() >= 0) {
                // wait for the end of the input
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
