package io.falconet.cluster.cli.data;

import picocli.CommandLine.Command;

/** What concerns data sets. */
@Command(
        name = "data",
        description = "Check, describe or generate a data set.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {DataCheckCommand.class, DataStatsCommand.class, DataAnchorsCommand.class, DataSynthCommand.class
        })
public final class DataCommand {}
