package io.falconet.cluster.cli;

import io.falconet.cluster.driver.Front;
import io.falconet.cluster.driver.StudyRegister;
import io.falconet.results.ResultsDb;
import io.falconet.results.StudyRecord;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints the trials of a study that no other trial beats. */
@Command(name = "pareto", description = "Print a study's Pareto front.")
final class ParetoCommand implements Callable<Integer> {
    @Spec
    private CommandSpec command;

    @Parameters(paramLabel = "NAME", description = "The study's name.")
    private String name;

    @Option(names = "--format", defaultValue = "text", description = "${COMPLETION-CANDIDATES} (default: text).")
    private OutputFormat format;

    @Mixin
    private StoreOptions store;

    @Override
    public Integer call() {
        try (ResultsDb db = store.open()) {
            StudyRegister register = new StudyRegister(db, Clock.systemUTC());
            StudyRecord study = register.named(name);
            new FrontTable(Front.of(db.trials().list(study.id()), register.spec(study)))
                    .print(format, command.commandLine().getOut());
            return 0;
        }
    }
}
