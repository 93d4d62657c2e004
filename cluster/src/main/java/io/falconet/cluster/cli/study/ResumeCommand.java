package io.falconet.cluster.cli.study;

import io.falconet.cluster.cli.terminal.ClusterOptions;
import io.falconet.cluster.cli.terminal.Console;
import io.falconet.cluster.cli.terminal.MetricsOptions;
import io.falconet.cluster.cli.terminal.StoreOptions;
import io.falconet.cluster.driver.StudyRegister;
import io.falconet.results.ResultsDb;
import io.falconet.results.Wish;
import io.falconet.space.study.StudySpec;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Goes on with a stored study; its file is not needed. */
@Command(name = "resume", description = "Go on with a stored study.")
public final class ResumeCommand implements Callable<Integer> {
    @Spec
    private CommandSpec command;

    @Parameters(paramLabel = "NAME", description = "The study's name.")
    private String name;

    @Option(names = "--queue", description = "Do not search here: let the next worker do it (see falconet worker).")
    private boolean queued;

    @Mixin
    private StoreOptions store;

    @Mixin
    private ClusterOptions cluster;

    @Mixin
    private MetricsOptions metrics;

    @Override
    public Integer call() throws Exception {
        if (queued) {
            StudyWish.tell(name, Wish.QUEUE, store);
            Console.of(command).say("%s waits for a worker.", name);
            return 0;
        }
        Console console = Console.of(command);
        SearchWork work = new SearchWork(console, store, cluster, metrics.metrics());
        return metrics.during(() -> work.search(stored()), console);
    }

    private StudySpec stored() {
        try (ResultsDb db = store.open()) {
            StudyRegister register = new StudyRegister(db, Clock.systemUTC());
            return register.spec(register.searched(name));
        }
    }
}
