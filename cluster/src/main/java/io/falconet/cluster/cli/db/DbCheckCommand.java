package io.falconet.cluster.cli.db;

import io.falconet.cluster.cli.terminal.Console;
import io.falconet.cluster.cli.terminal.ExitCode;
import io.falconet.cluster.cli.terminal.Listing;
import io.falconet.cluster.cli.terminal.Listing.Column;
import io.falconet.cluster.cli.terminal.OutputFormat;
import io.falconet.cluster.cli.terminal.StoreOptions;
import io.falconet.evaluator.ProducedArtifact;
import io.falconet.evaluator.export.ConfigurationFormat;
import io.falconet.results.ResultsDb;
import io.falconet.results.check.Finding;
import io.falconet.results.check.Inspection;
import io.falconet.results.check.StoreCheck;
import io.falconet.results.check.Unnamed;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Lists what does not fit together in a store. Changes nothing, and keeps no search waiting. */
@Command(
        name = "check",
        description = {
            "List what does not fit together in the store, and what may help. A search may run meanwhile.",
            "Every network is built and every artifact read once. Exit code 1 where anything is wrong."
        })
public final class DbCheckCommand implements Callable<Integer> {
    @Spec
    private CommandSpec command;

    @Option(names = "--format", defaultValue = "text", description = "${COMPLETION-CANDIDATES} (default: text).")
    private OutputFormat format;

    @Mixin
    private StoreOptions store;

    @Override
    public Integer call() {
        Console console = Console.of(command);
        Inspection inspection;
        try (ResultsDb db = store.openExisting()) {
            inspection = new StoreCheck(db, DbCheckCommand::classes)
                    .run(Clock.systemUTC().instant());
        }
        if (format == OutputFormat.text) {
            inspection.findings().forEach(finding -> tell(console, finding));
            console.out().flush();
        } else {
            listing(inspection).print(format, console.out());
        }
        tell(console, inspection);
        return inspection.faults() == 0 ? 0 : ExitCode.WORK_FAILED;
    }

    /** How many kinds of object a trial's network tells apart, by its configuration's content. */
    public static int classes(byte[] configuration) {
        return new ConfigurationFormat()
                .read(configuration, ProducedArtifact.CONFIGURATION)
                .model()
                .classes()
                .size();
    }

    private static void tell(Console console, Finding finding) {
        String trial = finding.trial().map(number -> ":" + number).orElse("");
        String where = finding.study().map(study -> study + trial + "  ").orElse("");
        console.out().println(where + finding.kind());
        finding.message().lines().forEach(line -> console.out().println("  " + line));
    }

    private void tell(Console console, Inspection inspection) {
        if (!inspection.unnamed().isEmpty()) {
            console.say(
                    "%,d files of %,d bytes are artifacts of no trial. Maybe remove them once no search runs:",
                    inspection.unnamed().size(), inspection.unnamedBytes());
            if (format == OutputFormat.text) {
                inspection.unnamed().forEach(file -> console.say("  %s  %,d bytes", file.file(), file.bytes()));
            }
        }
        console.say(
                "%,d studies, %,d trials and %,d artifacts were looked at; %s.",
                inspection.studies(),
                inspection.trials(),
                inspection.artifacts(),
                inspection.faults() == 0 ? "nothing is wrong" : "%,d faults".formatted(inspection.faults()));
    }

    private static Listing listing(Inspection inspection) {
        Listing listing = new Listing(
                Column.of("kind", "kind"),
                Column.of("study", "study"),
                Column.of("trial", "trial"),
                Column.of("expected", "expected"),
                Column.of("found", "found"),
                Column.of("remedy", "remedy"),
                Column.of("fault", "fault"),
                Column.of("bytes", "bytes"));
        for (Finding finding : inspection.findings()) {
            listing.row(
                    finding.kind(),
                    finding.study().orElse(null),
                    finding.trial().orElse(null),
                    finding.expected(),
                    finding.found(),
                    finding.remedy(),
                    true,
                    null);
        }
        for (Unnamed file : inspection.unnamed()) {
            listing.row(
                    "artifact-unnamed",
                    null,
                    null,
                    "a file that a trial names",
                    file.file(),
                    "Maybe remove it once no search runs.",
                    false,
                    file.bytes());
        }
        return listing;
    }
}
