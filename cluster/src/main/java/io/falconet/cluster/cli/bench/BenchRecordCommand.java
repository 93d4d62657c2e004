package io.falconet.cluster.cli.bench;

import io.falconet.cluster.cli.terminal.Console;
import io.falconet.cluster.cli.terminal.CountedProgress;
import io.falconet.cluster.cli.terminal.OutputFormat;
import io.falconet.cluster.driver.RequestException;
import io.falconet.results.ResultsDb;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures how fast a store records. */
@Command(
        name = "record",
        description = {
            "Record made-up outcomes by many threads, and say how fast the store is and what its front takes to read.",
            "Each trial has an outcome, a curve of three epochs and its provenance. The store is an H2 file of its own, deleted after; or an empty database, to be dropped after."
        })
final class BenchRecordCommand implements Callable<Integer> {
    @Spec
    private CommandSpec command;

    @Option(
            names = "--trials",
            defaultValue = "1000000",
            description = "Trials whose outcomes are recorded (default: ${DEFAULT-VALUE}).")
    private int trials;

    @Option(
            names = "--threads",
            defaultValue = "8",
            description = "Threads that record, each one outcome after the other (default: ${DEFAULT-VALUE}).")
    private int threads;

    @Option(
            names = "--data-dir",
            paramLabel = "DIR",
            description = "Folder in which the H2 file is made (default: that of temporary files).")
    private Path dataDir;

    @Option(
            names = "--db",
            paramLabel = "JDBC-URL",
            description = "An empty database to record into (default: an H2 file). What is recorded stays there.")
    private String db;

    @Option(names = "--format", defaultValue = "text", description = "${COMPLETION-CANDIDATES} (default: text).")
    private OutputFormat format;

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (trials < 1 || threads < 1) {
            throw new RequestException(
                    "At least 1 trial and 1 thread were expected, found --trials %d and --threads %d."
                            .formatted(trials, threads),
                    "--trials 100000 --threads 8.");
        }
        Path folder = folder();
        try {
            measure(folder);
            return 0;
        } finally {
            delete(folder);
        }
    }

    private void measure(Path folder) throws InterruptedException {
        Console console = Console.of(command);
        String address = db == null ? ResultsDb.address(folder) : db;
        console.say(
                "%,d outcomes by %d threads, into %s.",
                trials, threads, db == null ? "an H2 file in " + folder + ", deleted after" : db.split("[;?]", 2)[0]);
        try (ResultsDb store = ResultsDb.open(address, folder)) {
            if (!store.studies().list().isEmpty()) {
                throw new RequestException(
                        "An empty database was expected, found studies in %s.".formatted(db.split("[;?]", 2)[0]),
                        "createdb makes another; what this command recorded before can be dropped.");
            }
            RecordingSpeed speed = new RecordingSpeed(store, threads, Clock.systemUTC());
            speed.warmUp(Math.min(trials, RecordingSpeed.WARM_UP));
            try (CountedProgress progress = new CountedProgress("Recording", trials, "outcomes", Console.watched())) {
                new RecordingListing(address, speed.measure(trials, progress)).print(format, console.out());
            }
        }
    }

    private Path folder() throws IOException {
        if (dataDir == null) {
            return Files.createTempDirectory("falconet-record");
        }
        Files.createDirectories(dataDir);
        return Files.createTempDirectory(dataDir, "falconet-record");
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
