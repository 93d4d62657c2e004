package io.falconet.cluster.cli.device;

import picocli.CommandLine.Command;

/** What concerns devices on which latency is measured. */
@Command(
        name = "device",
        description = "Register the devices on which studies measure latency; an agent runs on each.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            DeviceAddCommand.class,
            DeviceListCommand.class,
            DeviceCheckCommand.class,
            DeviceCalibrateCommand.class,
            DeviceRemoveCommand.class
        })
public final class DeviceCommand {}
