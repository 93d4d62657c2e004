package io.falconet.cluster.cli.bench;

import io.falconet.cluster.chaos.ChaosProgress;
import io.falconet.cluster.chaos.ChaosReport;
import io.falconet.cluster.chaos.ChaosTask;
import io.falconet.cluster.chaos.Victim;
import io.falconet.cluster.cli.db.DbCheckCommand;
import io.falconet.cluster.cli.terminal.Console;
import io.falconet.cluster.cli.terminal.ExitCode;
import io.falconet.cluster.cli.terminal.Listing;
import io.falconet.cluster.cli.terminal.Listing.Column;
import io.falconet.cluster.cli.terminal.OutputFormat;
import io.falconet.cluster.driver.RequestException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Breaks a cluster again and again, and shows that nothing was lost. */
@Command(
        name = "chaos",
        description = {
            "Prove that nothing is lost: search small studies on a cluster of processes on this machine, of which something is"
                    + " killed every few seconds, and then once more in peace. Both must find the same.",
            "Drivers, workers, executors and the agent are killed; connections to a database server are cut; where the system"
                    + " allows it, a worker's disk is filled."
        })
public final class BenchChaosCommand implements Callable<Integer> {
    @Spec
    private CommandSpec command;

    @Option(
            names = "--kills",
            defaultValue = "200",
            description = "How often something is broken (default: ${DEFAULT-VALUE}).")
    private int kills;

    @Option(
            names = "--every",
            paramLabel = "SECONDS",
            defaultValue = "6",
            description = "The mean time between two (default: ${DEFAULT-VALUE}).")
    private double every;

    @Option(names = "--trials", defaultValue = "12", description = "Of each study (default: ${DEFAULT-VALUE}).")
    private int trials;

    @Option(
            names = "--seed",
            defaultValue = "1",
            description = "Of the studies and the kills (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--db",
            paramLabel = "JDBC-URL",
            description = "An empty PostgreSQL database, with user and password (default: an H2 file in the folder).")
    private String db;

    @Option(
            names = "--folder",
            paramLabel = "DIR",
            defaultValue = "falconet-chaos",
            description = "For all that it writes; must not be there yet (default: ${DEFAULT-VALUE}).")
    private Path folder;

    @Option(names = "--format", defaultValue = "text", description = "${COMPLETION-CANDIDATES} (default: text).")
    private OutputFormat format;

    @Override
    public Integer call() throws IOException, InterruptedException {
        check();
        Console console = Console.of(command);
        ChaosReport report = new ChaosTask(
                        folder,
                        Optional.ofNullable(db),
                        command.root().userObject().getClass().getName(),
                        new ChaosTask.Options(kills, Duration.ofMillis((long) (every * 1000)), trials, seed),
                        progress(console))
                .run(DbCheckCommand::classes);
        print(report);
        Stream.concat(
                        Stream.concat(report.lost().stream(), report.stuck().stream()),
                        report.different().stream().map(study -> study + " found other than in peace"))
                .forEach(console::pass);
        console.say(
                report.unharmed() ? "Nothing was lost." : "This should not be. The logs of all processes are in %s.",
                folder);
        return report.unharmed() ? 0 : ExitCode.WORK_FAILED;
    }

    private void check() {
        if (Files.exists(folder)) {
            throw new RequestException(
                    "A folder that is not there yet was expected, found %s.".formatted(folder),
                    "remove what an earlier run left, or name another: --folder.");
        }
        if (kills < 1 || every <= 0 || trials < 1) {
            throw new RequestException(
                    "At least one kill, trial and moment was expected, found --kills %d, --trials %d, --every %s."
                            .formatted(kills, trials, every),
                    "200, 12 and 5.");
        }
        if (db != null && !db.startsWith("jdbc:postgresql://")) {
            throw new RequestException(
                    "A PostgreSQL server was expected, found \"" + db + "\".",
                    "jdbc:postgresql://HOST:PORT/DATABASE?user=…&password=… is meant; nothing for an H2 file.");
        }
    }

    private void print(ChaosReport report) {
        new Listing(
                        Column.of("kills", "kills"),
                        Column.of("kinds", "of which"),
                        Column.of("studies", "studies"),
                        Column.of("trials", "trials"),
                        Column.of("outcomes", "outcomes"),
                        Column.of("lost", "lost or twice"),
                        Column.of("different", "other than in peace"),
                        new Column("median_wait_s", "without driver: median s", "%.1f"),
                        new Column("longest_wait_s", "longest s", "%.1f"),
                        new Column("elapsed_s", "took s", "%.0f"))
                .row(
                        report.broken().values().stream()
                                .mapToInt(Integer::intValue)
                                .sum(),
                        kinds(report.broken()),
                        report.studies(),
                        report.trials(),
                        report.outcomes(),
                        report.lost().size(),
                        report.different().size(),
                        report.medianWait().toMillis() / 1e3,
                        report.longestWait().toMillis() / 1e3,
                        report.elapsed().toMillis() / 1e3)
                .print(format, command.commandLine().getOut());
    }

    private static String kinds(Map<Victim, Integer> broken) {
        return broken.entrySet().stream()
                .map(kind -> kind.getKey().words() + " " + kind.getValue())
                .collect(Collectors.joining(", "));
    }

    private static ChaosProgress progress(Console console) {
        return new ChaosProgress() {
            @Override
            public void begun(String study) {
                console.say("Study %s.", study);
            }

            @Override
            public void broken(int kills, Victim victim, int outcomes) {
                console.say("%4d %-10s %d outcomes so far", kills, victim.name().toLowerCase(Locale.ROOT), outcomes);
            }

            @Override
            public void compared(String study) {
                console.say("Study %s once more, in peace.", study);
            }
        };
    }
}
