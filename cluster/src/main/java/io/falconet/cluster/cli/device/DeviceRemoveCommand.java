package io.falconet.cluster.cli.device;

import io.falconet.cluster.cli.terminal.Console;
import io.falconet.cluster.cli.terminal.StoreOptions;
import io.falconet.results.DeviceRecord;
import io.falconet.results.ResultsDb;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Forgets a registered device and its token. */
@Command(
        name = "remove",
        description = "Forget a registered device and its token. What was measured on it stays with its trials.")
final class DeviceRemoveCommand implements Callable<Integer> {
    @Spec
    private CommandSpec command;

    @Parameters(paramLabel = "NAME", description = "The device's name.")
    private String name;

    @Mixin
    private StoreOptions store;

    @Override
    public Integer call() {
        try (ResultsDb db = store.open()) {
            DeviceRecord device = new Devices(db.devices(), Clock.systemUTC()).registered(name);
            db.devices().remove(name);
            Console.of(command).say("%s is forgotten, with its token: %s.", name, device.processor());
        }
        return 0;
    }
}
