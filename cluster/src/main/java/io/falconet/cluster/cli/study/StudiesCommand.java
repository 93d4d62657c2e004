package io.falconet.cluster.cli.study;

import io.falconet.cluster.cli.terminal.Listing;
import io.falconet.cluster.cli.terminal.Listing.Column;
import io.falconet.cluster.cli.terminal.OutputFormat;
import io.falconet.cluster.cli.terminal.StoreOptions;
import io.falconet.results.ResultsDb;
import io.falconet.results.StudyRecord;
import io.falconet.results.StudySummary;
import io.falconet.results.TrialState;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Lists the studies of a store: how far they are, and who searches them. */
@Command(name = "studies", description = "List the studies: how far they are, what they found, who searches them.")
public final class StudiesCommand implements Callable<Integer> {
    @Spec
    private CommandSpec command;

    @Option(names = "--format", defaultValue = "text", description = "${COMPLETION-CANDIDATES} (default: text).")
    private OutputFormat format;

    @Mixin
    private StoreOptions store;

    @Override
    public Integer call() {
        Listing listing = new Listing(
                Column.of("study", "study"),
                Column.of("state", "state"),
                Column.of("finished", "done"),
                Column.of("trials", "of"),
                Column.of("failed", "failed"),
                new Column("best_map50_95", "best mAP50-95", "%.3f"),
                Column.of("driver", "searched by"),
                Column.of("heartbeat", "last sign of life"),
                Column.of("message", "why"));
        try (ResultsDb db = store.open()) {
            for (StudySummary summary : db.studies().summaries()) {
                StudyRecord study = summary.study();
                listing.row(
                        study.name(),
                        study.state().name().toLowerCase(Locale.ROOT),
                        study.finished(),
                        study.trials(),
                        summary.count(TrialState.FAILED),
                        number(summary.bestMap50To95()),
                        db.studies().owner(study.id()).orElse(null),
                        study.heartbeat().map(StudiesCommand::seconds).orElse(null),
                        study.message()
                                .map(message -> message.lines().findFirst().orElse(""))
                                .orElse(null));
            }
        }
        listing.print(format, command.commandLine().getOut());
        return 0;
    }

    private static Object number(OptionalDouble value) {
        return value.isPresent() ? value.getAsDouble() : null;
    }

    private static String seconds(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
