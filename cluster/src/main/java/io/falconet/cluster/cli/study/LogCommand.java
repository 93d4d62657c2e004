package io.falconet.cluster.cli.study;

import io.falconet.cluster.cli.terminal.Requests;
import io.falconet.cluster.cli.terminal.StoreOptions;
import io.falconet.cluster.driver.RequestException;
import io.falconet.cluster.driver.StudyRegister;
import io.falconet.evaluator.ProducedArtifact;
import io.falconet.results.ResultsDb;
import io.falconet.results.StoredArtifact;
import io.falconet.results.StudyRecord;
import io.falconet.results.TrialRecord;
import io.falconet.results.TrialReference;
import io.falconet.space.outcome.Infeasible;
import io.falconet.space.outcome.Outcome;
import io.falconet.space.outcome.Provenance;
import io.falconet.space.space.GivenParameters;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints what was logged while a trial was evaluated. */
@Command(
        name = "log",
        description =
                "Print the log of a trial: where it ran, how it learned, what broke; of an imported one, all that its file told.")
public final class LogCommand implements Callable<Integer> {
    @Spec
    private CommandSpec command;

    @Parameters(paramLabel = "STUDY:TRIAL", description = "Such as boards:17.")
    private String name;

    @Mixin
    private StoreOptions store;

    @Override
    public Integer call() {
        TrialReference reference = Requests.check(() -> TrialReference.parse(name));
        PrintWriter out = command.commandLine().getOut();
        try (ResultsDb db = store.openExisting()) {
            StudyRecord study = new StudyRegister(db, Clock.systemUTC()).named(reference.study());
            TrialRecord trial = db.trials()
                    .find(study.id(), reference.number())
                    .orElseThrow(() -> new RequestException(
                            "A trial of study %s was expected, found no number %d."
                                    .formatted(study.name(), reference.number()),
                            "they count from 0 to %d.".formatted(study.trials() - 1)));
            out.print(log(db, trial));
            out.flush();
        }
        return 0;
    }

    private String log(ResultsDb db, TrialRecord trial) {
        return db.trials().artifacts(trial.studyId(), trial.number()).stream()
                .filter(artifact -> artifact.name().equals(ProducedArtifact.LOG))
                .findFirst()
                .map(StoredArtifact::sha256)
                .map(db.artifacts()::read)
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .orElseGet(() -> without(db, trial));
    }

    /** What can be told of a trial that left no log: what is noted of it, where it failed or was imported. */
    private String without(ResultsDb db, TrialRecord trial) {
        Optional<Outcome> known = db.trials().outcome(trial.studyId(), trial.number());
        if (known.isEmpty()) {
            throw new RequestException(
                    "A trial that has ended was expected, found %s under way.".formatted(name),
                    "a little later: its log is stored when it ends. On a cluster, what it prints is in its worker's folder, under work.");
        }
        Optional<String> note = db.trials().log(trial.studyId(), trial.number());
        if (note.isPresent()) {
            return known.get().provenance().imported() ? imported(known.get(), trial) + note.get() : note.get();
        }
        Outcome outcome = known.get();
        if (outcome instanceof Infeasible infeasible) {
            return "It was not trained: " + infeasible.reason() + System.lineSeparator();
        }
        throw new RequestException(
                "A trial with a log was expected, found none of %s.".formatted(name),
                "its artifacts were removed: falconet db check tells.");
    }

    /** Where an imported trial is from, and what was varied. */
    private static String imported(Outcome outcome, TrialRecord trial) {
        StringBuilder words = new StringBuilder("Imported from ")
                .append(outcome.provenance().versions().get(Provenance.IMPORTED))
                .append(".\n");
        GivenParameters.parse(trial.architecture())
                .filter(given -> !given.values().isEmpty())
                .ifPresent(given -> {
                    words.append("Parameters\n");
                    given.values().forEach((name, value) -> words.append("  %s  %s%n".formatted(name, value)));
                });
        return words.toString();
    }
}
