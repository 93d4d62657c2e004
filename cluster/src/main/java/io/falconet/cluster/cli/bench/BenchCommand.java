package io.falconet.cluster.cli.bench;

import io.falconet.cluster.cli.bench.zoo.BenchZooCommand;
import picocli.CommandLine.Command;

/** What proves Falconet's methods, and compares models. */
@Command(
        name = "bench",
        description = "Prove methods, on this machine or on tables of known results.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            BenchZooCommand.class,
            BenchLatencyCommand.class,
            BenchDevicesCommand.class,
            BenchSearchCommand.class,
            BenchRecordCommand.class,
            BenchStoreCommand.class,
            BenchTableCommand.class,
            BenchScheduleCommand.class,
            BenchOverheadCommand.class,
            BenchChaosCommand.class
        })
public final class BenchCommand {}
