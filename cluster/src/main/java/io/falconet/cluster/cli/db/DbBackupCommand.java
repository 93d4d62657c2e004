package io.falconet.cluster.cli.db;

import io.falconet.cluster.cli.terminal.Console;
import io.falconet.cluster.cli.terminal.ExitCode;
import io.falconet.cluster.cli.terminal.Requests;
import io.falconet.cluster.cli.terminal.StoreOptions;
import io.falconet.evaluator.ArchitectureEvaluator;
import io.falconet.results.ResultsDb;
import io.falconet.results.backup.Backup;
import io.falconet.results.backup.Manifest;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Copies a store into one file, as it is at one moment. */
@Command(
        name = "backup",
        description = {
            "Copy the store into one file: all tables as they are at one moment, and their artifacts.",
            "A search may run meanwhile. The file holds the tokens of devices: its owner alone may read it.",
            "Exit code 1 where an artifact is lost or damaged; all else is in the file then."
        })
final class DbBackupCommand implements Callable<Integer> {
    @Spec
    private CommandSpec command;

    @Parameters(paramLabel = "FILE.zip", description = "The file to write; one that is there is not overwritten.")
    private Path file;

    @Mixin
    private StoreOptions store;

    @Override
    public Integer call() {
        Console console = Console.of(command);
        try (ResultsDb db = store.openExisting()) {
            Manifest manifest = Requests.check(() -> new Backup(db, ArchitectureEvaluator.version())
                    .write(file, Clock.systemUTC().instant()));
            console.say(
                    "%s holds %,d studies, %,d trials and %,d artifacts of %,d bytes, schema %d.",
                    file,
                    manifest.rows("study"),
                    manifest.rows("trial"),
                    manifest.artifacts().count(),
                    manifest.artifacts().bytes(),
                    manifest.schema());
            if (manifest.artifacts().lost() > 0) {
                console.say(
                        "%,d artifacts were expected besides, found missing or damaged.%nMaybe %s db check%s names them.",
                        manifest.artifacts().lost(), Console.command(), store.typed());
                return ExitCode.WORK_FAILED;
            }
            return 0;
        }
    }
}
