package io.falconet.cluster.cli.bench;

import io.falconet.cluster.cli.terminal.Console;
import io.falconet.cluster.cli.terminal.CountedProgress;
import io.falconet.cluster.driver.RequestException;
import io.falconet.results.Claim;
import io.falconet.results.ResultsDb;
import io.falconet.results.StudyRecord;
import io.falconet.results.StudyState;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Makes a large store to look at. */
@Command(
        name = "store",
        description = {
            "Make a store with a finished study that nobody ran, as large as you want: to try the dashboard on.",
            "Architectures are real ones of the space small-objects; figures follow from them by a formula, and get better as the search goes on."
        })
final class BenchStoreCommand implements Callable<Integer> {
    /** Trials that are proposed before their outcomes are recorded. */
    private static final int BLOCK = 10_000;

    private static final int THREADS = 8;
    private static final String OWNER = "falconet bench store";

    @Spec
    private CommandSpec command;

    @Option(
            names = "--trials",
            defaultValue = "100000",
            description = "Trials of the study (default: ${DEFAULT-VALUE}).")
    private int trials;

    @Option(
            names = "--study",
            paramLabel = "NAME",
            defaultValue = "explored",
            description = "What the study is called (default: ${DEFAULT-VALUE}).")
    private String name;

    @Option(
            names = "--data-dir",
            paramLabel = "DIR",
            required = true,
            description = "Folder of the store; it is made, or the study is added to what is there.")
    private Path dataDir;

    @Option(
            names = "--db",
            paramLabel = "JDBC-URL",
            description = "Another database (default: an H2 file in the folder).")
    private String db;

    @Override
    public Integer call() throws InterruptedException {
        if (trials < 2) {
            throw new RequestException(
                    "At least 2 trials were expected, found --trials " + trials + ".", "--trials 100000.");
        }
        Console console = Console.of(command);
        String address = db == null ? ResultsDb.address(dataDir) : db;
        try (ResultsDb store = ResultsDb.open(address, dataDir);
                CountedProgress progress = new CountedProgress("Recording", trials, "trials", Console.watched())) {
            make(store, progress);
        }
        console.say(
                "Study %s has %,d trials. Look at it: ./falconet dashboard --data-dir %s%s",
                name, trials, dataDir, db == null ? "" : " --db …");
        return 0;
    }

    private void make(ResultsDb store, IntConsumer progress) throws InterruptedException {
        Instant end = Instant.now();
        ExploredTrials explored = new ExploredTrials(end.minus(Duration.ofSeconds(20L * (trials + 1))));
        StudyRecord study = store.studies().create(name, ExploredTrials.study(name, trials), trials, explored.end(-1));
        Claim claim = store.studies()
                .claim(study.id(), OWNER, Duration.ofDays(1), explored.end(-1))
                .orElseThrow();
        ForkJoinPool threads = new ForkJoinPool(THREADS);
        try {
            for (int from = 0; from < trials; from += BLOCK) {
                int to = Math.min(trials, from + BLOCK);
                each(threads, from, to, number -> store.trials()
                        .propose(claim, explored.request(number), explored.end(number - 1)));
                each(threads, from, to, number -> {
                    store.trials()
                            .record(
                                    claim,
                                    number,
                                    explored.outcome(number),
                                    Optional.empty(),
                                    List.of(),
                                    explored.end(number));
                    progress.accept(number);
                });
            }
        } finally {
            threads.shutdown();
        }
        store.studies().release(claim, StudyState.FINISHED, Optional.empty(), end);
    }

    private static void each(ForkJoinPool threads, int from, int to, IntConsumer work) throws InterruptedException {
        try {
            threads.submit(() -> IntStream.range(from, to).parallel().forEach(work))
                    .get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        }
    }
}
