package io.falconet.cluster.cli.study;

import io.falconet.cluster.cli.terminal.ClusterOptions;
import io.falconet.cluster.cli.terminal.Console;
import io.falconet.cluster.cli.terminal.MetricsOptions;
import io.falconet.cluster.cli.terminal.StoreOptions;
import io.falconet.cluster.driver.Steering;
import io.falconet.cluster.driver.StudyRegister;
import io.falconet.results.ResultsDb;
import io.falconet.results.StudyRecord;
import io.falconet.results.StudyState;
import io.falconet.results.Wish;
import io.falconet.space.study.StudySpec;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Searches what a study file asks for; started again, it goes on where it was. */
@Command(
        name = "search",
        description = {
            "Search what a study file asks for.",
            "Started again, it goes on where it stopped and trains nothing twice."
        })
public final class SearchCommand implements Callable<Integer> {
    @Spec
    private CommandSpec command;

    @Parameters(paramLabel = "STUDY.yaml", description = "The study file.")
    private Path file;

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
            return queue(StudyFiles.read(file));
        }
        Console console = Console.of(command);
        StudySpec spec = StudyFiles.read(file);
        SearchWork work = new SearchWork(console, store, cluster, metrics.metrics());
        return metrics.during(() -> work.search(spec), console);
    }

    private int queue(StudySpec spec) {
        try (ResultsDb db = store.open()) {
            StudyRecord study = new StudyRegister(db, Clock.systemUTC()).enter(spec);
            if (study.state() != StudyState.QUEUED) {
                new Steering(db, Clock.systemUTC()).ask(spec.name(), Wish.QUEUE);
            }
        }
        Console.of(command)
                .say(
                        "%s waits for a worker. One is started by: %s worker%s",
                        spec.name(), Console.command(), store.typed());
        return 0;
    }
}
