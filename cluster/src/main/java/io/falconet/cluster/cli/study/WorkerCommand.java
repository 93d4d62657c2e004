package io.falconet.cluster.cli.study;

import io.falconet.cluster.cli.terminal.ClusterOptions;
import io.falconet.cluster.cli.terminal.Console;
import io.falconet.cluster.cli.terminal.CtrlC;
import io.falconet.cluster.cli.terminal.ExitCode;
import io.falconet.cluster.cli.terminal.MetricsOptions;
import io.falconet.cluster.cli.terminal.StoreOptions;
import io.falconet.cluster.driver.RequestException;
import io.falconet.results.ResultsDb;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Searches what waits in a store, several studies side by side. */
@Command(
        name = "worker",
        description = {
            "Search the studies that are queued in the store, the oldest first, and those whose driver died.",
            "Those that are searched side by side share the machine, or the cluster, fairly.",
            "Waits for more until Ctrl-C; studies that are being searched then wait for the next worker."
        })
public final class WorkerCommand implements Callable<Integer> {
    @Spec
    private CommandSpec command;

    @Option(names = "--once", description = "End when no study waits.")
    private boolean once;

    @Option(
            names = "--studies",
            paramLabel = "N",
            defaultValue = "4",
            description = "Searched side by side, at most (default: ${DEFAULT-VALUE}).")
    private int studies;

    @Option(
            names = "--slots",
            paramLabel = "N",
            description = "Evaluations at a time of all of them, on this machine (default: as many as it has cores).")
    private int slots = Runtime.getRuntime().availableProcessors();

    @Mixin
    private StoreOptions store;

    @Mixin
    private ClusterOptions cluster;

    @Mixin
    private MetricsOptions metrics;

    @Override
    public Integer call() throws Exception {
        Console console = Console.of(command);
        cluster.check();
        if (studies < 1 || slots < 1) {
            throw new RequestException(
                    "At least one study and one slot were expected, found --studies %d and --slots %d."
                            .formatted(studies, slots),
                    "4 and as many slots as there are cores.");
        }
        return metrics.during(() -> work(console), console);
    }

    private int work(Console console) throws InterruptedException {
        try (ResultsDb db = store.open();
                SharedPlace place =
                        new SharedPlace(() -> cluster.start(slots), cluster.elsewhere(), metrics.metrics());
                WaitingStudies waiting = new WaitingStudies(db, store, place, console, studies)) {
            CtrlC ctrlC = new CtrlC(console, waiting::stop);
            try {
                if (once) {
                    waiting.searchAll();
                    console.say("No study waits.");
                } else {
                    waiting.searchAsTheyCome();
                }
                return waiting.interrupted() ? ExitCode.STOPPED : 0;
            } finally {
                ctrlC.forget();
            }
        }
    }
}
