package io.falconet.cluster.cli.cluster;

import picocli.CommandLine.Command;

/** Names the commands that make a cluster. */
@Command(
        name = "cluster",
        description = "Make a cluster of machines that train for searches.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {ClusterMasterCommand.class, ClusterWorkerCommand.class})
public final class ClusterCommand {}
