package io.falconet.cluster.cli.db;

import io.falconet.cluster.cli.terminal.Console;
import io.falconet.cluster.cli.terminal.Listing;
import io.falconet.cluster.cli.terminal.Listing.Column;
import io.falconet.cluster.cli.terminal.OutputFormat;
import io.falconet.cluster.cli.terminal.StoreOptions;
import io.falconet.results.Migration;
import io.falconet.results.ResultsDb;
import io.falconet.results.Table;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Brings a store's tables up to date and tells what that changed. Whatever opens a store does so too, and tells nothing. */
@Command(
        name = "migrate",
        description = {
            "Bring the store's tables up to date, and count the rows of each before and after.",
            "Every command that opens a store does so; this one does nothing else. Exit code 1 where rows are lost."
        })
final class DbMigrateCommand implements Callable<Integer> {
    @Spec
    private CommandSpec command;

    @Option(names = "--format", defaultValue = "text", description = "${COMPLETION-CANDIDATES} (default: text).")
    private OutputFormat format;

    @Mixin
    private StoreOptions store;

    @Override
    public Integer call() {
        Console console = Console.of(command);
        store.requireExisting();
        Migration migration = ResultsDb.migrate(store.address(), store.dataDir());
        Listing listing = new Listing(
                Column.of("table", "table"), Column.of("before", "rows before"), Column.of("after", "rows after"));
        for (Table table : migration.rowsAfter().keySet()) {
            listing.row(
                    table.sql(),
                    migration.rowsBefore().get(table),
                    migration.rowsAfter().get(table));
        }
        listing.print(format, console.out());
        if (migration.changed()) {
            console.say("The tables went from schema %d to %d; no row is lost.", migration.from(), migration.to());
        } else {
            console.say("The tables are up to date: schema %d.", migration.to());
        }
        return 0;
    }
}
