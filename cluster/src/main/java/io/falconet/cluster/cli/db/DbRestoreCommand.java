package io.falconet.cluster.cli.db;

import io.falconet.cluster.cli.terminal.Console;
import io.falconet.cluster.cli.terminal.Requests;
import io.falconet.cluster.cli.terminal.StoreOptions;
import io.falconet.results.backup.Manifest;
import io.falconet.results.backup.Restore;
import io.falconet.results.backup.Restored;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Fills an empty store from a backup; the two may be on different databases. */
@Command(
        name = "restore",
        description = {
            "Fill an empty store from a backup: an H2 file, or PostgreSQL with --db.",
            "Whatever the backup was made on: so a store moves from one to the other."
        })
final class DbRestoreCommand implements Callable<Integer> {
    @Spec
    private CommandSpec command;

    @Parameters(paramLabel = "FILE.zip", description = "What db backup wrote.")
    private Path file;

    @Mixin
    private StoreOptions store;

    @Override
    public Integer call() {
        Console console = Console.of(command);
        try (Restore restore = Requests.check(() -> Restore.from(file))) {
            Restored restored = Requests.check(() -> restore.into(
                    store.address(),
                    store.dataDir(),
                    store.artifacts(),
                    Clock.systemUTC().instant()));
            Manifest manifest = restored.manifest();
            console.say(
                    "%,d studies, %,d trials and %,d artifacts are restored as they were at %s; all rows and digests were compared.",
                    manifest.rows("study"),
                    manifest.rows("trial"),
                    manifest.artifacts().count(),
                    manifest.created());
            if (restored.schema() != manifest.schema()) {
                console.say("The tables went from schema %d to %d.", manifest.schema(), restored.schema());
            }
            if (manifest.artifacts().lost() > 0) {
                console.say(
                        "%,d artifacts were missing when the backup was made, and are.",
                        manifest.artifacts().lost());
            }
            for (String study : restored.stopped()) {
                console.say(
                        "Study %s was being searched and is stopped here. To go on: %s resume %s%s",
                        study, Console.command(), study, store.typed());
            }
            return 0;
        }
    }
}
