package io.falconet.cluster.cli.study;

import io.falconet.cluster.cli.terminal.ClusterOptions;
import io.falconet.cluster.cli.terminal.Console;
import io.falconet.cluster.cli.terminal.CtrlC;
import io.falconet.cluster.cli.terminal.ExitCode;
import io.falconet.cluster.cli.terminal.StoreOptions;
import io.falconet.cluster.driver.RequestException;
import io.falconet.cluster.driver.Steering;
import io.falconet.cluster.driver.StudyRegister;
import io.falconet.cluster.driver.TakenException;
import io.falconet.cluster.driver.Wish;
import io.falconet.evaluator.data.DatasetException;
import io.falconet.results.ResultsDb;
import io.falconet.results.StudyRecord;
import io.falconet.results.StudyState;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Searches what waits in a store, one study after the other. */
@Command(
        name = "worker",
        description = {
            "Search the studies that are queued in the store, the oldest first, and those whose driver died.",
            "Waits for more until Ctrl-C; a study that is being searched then waits for the next worker."
        })
public final class WorkerCommand implements Callable<Integer> {
    private static final long SECONDS_BETWEEN_LOOKS = 2;

    @Spec
    private CommandSpec command;

    @Option(names = "--once", description = "End when no study waits.")
    private boolean once;

    @Mixin
    private StoreOptions store;

    @Mixin
    private ClusterOptions cluster;

    @Override
    public Integer call() throws InterruptedException {
        Console console = Console.of(command);
        cluster.check();
        try (ResultsDb db = store.open()) {
            Steering steering = new Steering(db, Clock.systemUTC());
            while (true) {
                List<StudyRecord> waiting = steering.waiting();
                if (waiting.isEmpty()) {
                    if (once) {
                        console.say("No study waits.");
                        return 0;
                    }
                    if (!comes(steering, console)) {
                        return 0;
                    }
                } else if (!search(db, steering, waiting.get(0), console)) {
                    return ExitCode.STOPPED;
                }
            }
        }
    }

    /** Whether Ctrl-C did not end the search. */
    private boolean search(ResultsDb db, Steering steering, StudyRecord study, Console console)
            throws InterruptedException {
        console.say("%nStudy %s.", study.name());
        SearchWork work = new SearchWork(console, store, cluster);
        try {
            work.find(db, new StudyRegister(db, Clock.systemUTC()).spec(study));
        } catch (TakenException e) {
            console.say("Another worker was faster.");
        } catch (RequestException | DatasetException | IOException e) {
            console.pass(e.getMessage());
            steering.fail(study, e.getMessage());
        }
        if (work.interrupted()) {
            requeue(db, steering, study);
        }
        return !work.interrupted();
    }

    private static void requeue(ResultsDb db, Steering steering, StudyRecord study) {
        Optional<StudyState> left = db.studies().find(study.id()).map(StudyRecord::state);
        if (left.equals(Optional.of(StudyState.STOPPED))) {
            steering.ask(study.name(), Wish.QUEUE);
        }
    }

    /** Waits until a study waits; not any more after Ctrl-C. */
    private boolean comes(Steering steering, Console console) throws InterruptedException {
        console.say(
                "Waiting for studies. One is queued by: %s search STUDY.yaml --queue%s",
                Console.command(), store.typed());
        CountDownLatch stop = new CountDownLatch(1);
        CtrlC ctrlC = new CtrlC(console, stop::countDown);
        try {
            while (!stop.await(SECONDS_BETWEEN_LOOKS, TimeUnit.SECONDS)) {
                if (!steering.waiting().isEmpty()) {
                    return true;
                }
            }
            return false;
        } finally {
            ctrlC.forget();
        }
    }
}
