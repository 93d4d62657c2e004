package io.falconet.cluster.cli.bench;

import io.falconet.cluster.cli.terminal.ClusterOptions;
import io.falconet.cluster.cli.terminal.Console;
import io.falconet.cluster.cli.terminal.Listing;
import io.falconet.cluster.cli.terminal.Listing.Column;
import io.falconet.cluster.cli.terminal.OutputFormat;
import io.falconet.cluster.driver.RequestException;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures what a search costs beside its trainings. */
@Command(
        name = "overhead",
        description = {
            "Measure what a search costs beside its trainings: proposing, scheduling, recording.",
            "Searches a study whose trainings only wait: some for a while, which should keep all slots busy; some not at all."
        })
public final class BenchOverheadCommand implements Callable<Integer> {
    @Spec
    private CommandSpec command;

    @Option(names = "--slots", defaultValue = "2", description = "Trials at a time (default: ${DEFAULT-VALUE}).")
    private int slots;

    @Option(
            names = "--seconds",
            defaultValue = "1",
            description = "Of each trial of the first search (default: ${DEFAULT-VALUE}).")
    private double seconds;

    @Option(names = "--trials", defaultValue = "60", description = "Of the first search (default: ${DEFAULT-VALUE}).")
    private int trials;

    @Option(names = "--short-trials", defaultValue = "2000", description = "Of the second (default: ${DEFAULT-VALUE}).")
    private int shortTrials;

    @Option(names = "--format", defaultValue = "text", description = "${COMPLETION-CANDIDATES} (default: text).")
    private OutputFormat format;

    @Mixin
    private ClusterOptions cluster;

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (slots < 1 || trials < 1 || shortTrials < 1 || seconds <= 0) {
            throw new RequestException(
                    "At least one slot, trial and moment was expected, found --slots %d, --trials %d, --short-trials %d, --seconds %s."
                            .formatted(slots, trials, shortTrials, seconds),
                    "2, 60, 2000 and 1.");
        }
        cluster.check();
        Console console = Console.of(command);
        Duration each = Duration.ofMillis((long) (seconds * 1000));
        Duration ideal = each.multipliedBy((trials + slots - 1) / slots);
        try (RehearsedSearch search = new RehearsedSearch(slots, cluster)) {
            search.run(slots * 8, Duration.ZERO);
            console.say("%d trials of %.1f s on %d slots.", trials, seconds, slots);
            Duration took = search.run(trials, each);
            console.say("%d trials of no length.", shortTrials);
            Duration brief = search.run(shortTrials, Duration.ZERO);
            new Listing(
                            Column.of("slots", "slots"),
                            Column.of("trials", "trials"),
                            new Column("seconds", "s each", "%.1f"),
                            new Column("took_s", "took s", "%.2f"),
                            new Column("share_of_ideal", "share of the ideal", "%.3f"),
                            new Column("trials_per_s", "trials/s", "%.1f"))
                    .row(slots, trials, seconds, seconds(took), seconds(ideal) / seconds(took), trials / seconds(took))
                    .row(slots, shortTrials, 0.0, seconds(brief), null, shortTrials / seconds(brief))
                    .print(format, command.commandLine().getOut());
        }
        return 0;
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }
}
