package io.falconet.cluster.cli.study;

import io.falconet.cluster.cli.device.StudyDevice;
import io.falconet.cluster.cli.terminal.ClusterOptions;
import io.falconet.cluster.cli.terminal.Console;
import io.falconet.cluster.cli.terminal.ExitCode;
import io.falconet.cluster.cli.terminal.OutputFormat;
import io.falconet.cluster.cli.terminal.Requests;
import io.falconet.cluster.cli.terminal.StoreOptions;
import io.falconet.cluster.driver.Ancestry;
import io.falconet.cluster.driver.Front;
import io.falconet.cluster.driver.RequestException;
import io.falconet.cluster.driver.StudyRegister;
import io.falconet.cluster.spark.StudyExecutors;
import io.falconet.evaluator.DeviceException;
import io.falconet.evaluator.Evaluation;
import io.falconet.results.ResultsDb;
import io.falconet.results.StudyRecord;
import io.falconet.results.TrialRecord;
import io.falconet.results.TrialReference;
import io.falconet.space.outcome.Evaluated;
import io.falconet.space.outcome.Outcome;
import io.falconet.space.study.StudySpec;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs stored trials again with their seeds and compares: accuracy exactly, latency within its interval. */
@Command(
        name = "reproduce",
        description = {
            "Run stored trials again with their seeds and compare the numbers.",
            "Latency is measured on the study's device again. Where one started from the weights of a lower rung, that one is trained again first. Accuracy must be equal, and latency lie within its stored interval; where only the two intervals overlap, it is told as a tie. Exit code 1 where a number does not reproduce."
        })
public final class ReproduceCommand implements Callable<Integer> {
    @Spec
    private CommandSpec command;

    @Parameters(paramLabel = "NAME[:TRIAL]", description = "A study for its whole front, or one of its trials.")
    private String name;

    @Option(names = "--format", defaultValue = "text", description = "${COMPLETION-CANDIDATES} (default: text).")
    private OutputFormat format;

    @Mixin
    private StoreOptions store;

    @Mixin
    private ClusterOptions cluster;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Console console = Console.of(command);
        try (ResultsDb db = store.open()) {
            StudyRegister register = new StudyRegister(db, Clock.systemUTC());
            StudyRecord study = register.searched(name.replaceFirst(":\\d+$", ""));
            StudySpec spec = register.spec(study);
            List<TrialRecord> trials =
                    name.equals(study.name()) ? Front.of(db, study, spec) : List.of(trial(db, study));
            StudyDevice device = StudyDevice.of(spec.device(), db, Clock.systemUTC());
            Comparison comparison = new Comparison();
            Ancestry ancestry = new Ancestry(db);
            try (StudyExecutors executors = cluster.executors(spec)) {
                List<CompletableFuture<Evaluation>> again = trials.stream()
                        .map(trial -> executors.evaluate(
                                "again " + trial.number(), StudyTasks.again(trial, spec, device.agent(), ancestry)))
                        .toList();
                for (int i = 0; i < trials.size(); i++) {
                    String verdict = comparison.add(trials.get(i), outcome(again.get(i)));
                    console.say(
                            "%d of %d run again: trial %d %s.",
                            i + 1, trials.size(), trials.get(i).number(), verdict);
                }
            }
            comparison.print(format, console.out());
            return comparison.equal() ? 0 : ExitCode.WORK_FAILED;
        }
    }

    private static Outcome outcome(CompletableFuture<Evaluation> again) {
        try {
            return again.join().outcome();
        } catch (CompletionException e) {
            throw e.getCause() instanceof DeviceException noDevice ? noDevice : e;
        }
    }

    private TrialRecord trial(ResultsDb db, StudyRecord study) {
        TrialReference reference = Requests.check(() -> TrialReference.parse(name));
        return db.trials()
                .find(study.id(), reference.number())
                .filter(trial -> trial.outcome().orElse(null) instanceof Evaluated)
                .orElseThrow(() -> new RequestException(
                        "An evaluated trial was expected, found none at " + reference + ".",
                        "falconet pareto " + study.name() + " lists some."));
    }
}
