package io.falconet.cluster.cli.study;

import io.falconet.cluster.cli.terminal.OutputFormat;
import io.falconet.cluster.cli.terminal.StoreOptions;
import io.falconet.cluster.driver.Front;
import io.falconet.cluster.driver.StudyRegister;
import io.falconet.results.ResultsDb;
import io.falconet.results.StudyRecord;
import io.falconet.space.study.StudySpec;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints the trials of a study that no other trial beats. */
@Command(
        name = "pareto",
        description = {
            "Print a study's Pareto front, and how far its ranking can be trusted.",
            "That is how brief trainings rank the networks that were trained for longer too: see falconet trust."
        })
public final class ParetoCommand implements Callable<Integer> {
    @Spec
    private CommandSpec command;

    @Parameters(paramLabel = "NAME", description = "The study's name.")
    private String name;

    @Option(names = "--format", defaultValue = "text", description = "${COMPLETION-CANDIDATES} (default: text).")
    private OutputFormat format;

    @Option(
            names = "--trust",
            description = "Print how far the ranking can be trusted, and not the front; text tells both without it.")
    private boolean trustAlone;

    @Mixin
    private StoreOptions store;

    @Override
    public Integer call() {
        PrintWriter out = command.commandLine().getOut();
        try (ResultsDb db = store.open()) {
            StudyRegister register = new StudyRegister(db, Clock.systemUTC());
            StudyRecord study = trustAlone ? register.searched(name) : register.named(name);
            StudySpec spec = register.spec(study);
            if (!trustAlone) {
                new FrontTable(Front.of(db, study, spec)).print(format, out);
            }
            if (trustAlone || format == OutputFormat.text) {
                if (!trustAlone) {
                    out.println();
                }
                if (study.imported().isPresent()) {
                    out.println("Imported from " + study.imported().get() + ".");
                    out.flush();
                } else {
                    TrustReport.of(db, study, spec, Optional.empty(), store).print(format, out);
                }
            }
            return 0;
        }
    }
}
