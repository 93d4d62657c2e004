package io.falconet.cluster.cli.db;

import picocli.CommandLine.Command;

/** What concerns the results store as a whole. */
@Command(
        name = "db",
        description =
                "Check, back up, restore and bring up to date the store of results and artifacts, and import into it.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            DbCheckCommand.class,
            DbBackupCommand.class,
            DbRestoreCommand.class,
            DbMigrateCommand.class,
            DbImportCommand.class
        })
public final class DbCommand {}
