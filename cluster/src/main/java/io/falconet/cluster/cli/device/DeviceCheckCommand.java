package io.falconet.cluster.cli.device;

import io.falconet.cluster.cli.terminal.ExitCode;
import io.falconet.cluster.cli.terminal.Listing;
import io.falconet.cluster.cli.terminal.Listing.Column;
import io.falconet.cluster.cli.terminal.OutputFormat;
import io.falconet.cluster.cli.terminal.StoreOptions;
import io.falconet.cluster.driver.RequestException;
import io.falconet.results.DeviceRecord;
import io.falconet.results.ResultsDb;
import io.falconet.space.outcome.DeviceProfile;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Asks registered devices whether they are there. */
@Command(
        name = "check",
        description = "Ask registered devices whether they are there. Exit code 1 where one is not, or is another.")
final class DeviceCheckCommand implements Callable<Integer> {
    @Spec
    private CommandSpec command;

    @Parameters(arity = "0..*", paramLabel = "NAME", description = "Which ones (default: all).")
    private List<String> names = List.of();

    @Option(names = "--format", defaultValue = "text", description = "${COMPLETION-CANDIDATES} (default: text).")
    private OutputFormat format;

    @Mixin
    private StoreOptions store;

    @Override
    public Integer call() throws InterruptedException {
        Listing listing = new Listing(
                Column.of("device", "device"), Column.of("there", "there"), Column.of("answer", "what it says"));
        boolean all = true;
        try (ResultsDb db = store.open()) {
            Devices devices = new Devices(db.devices(), Clock.systemUTC());
            List<String> asked = names.isEmpty()
                    ? db.devices().list().stream().map(DeviceRecord::name).toList()
                    : names;
            asked.forEach(devices::registered);
            for (String name : asked) {
                try {
                    DeviceProfile found = devices.ask(name, 1);
                    listing.row(name, "yes", "%s, %s".formatted(found.processor(), found.runtime()));
                } catch (IOException | RequestException e) {
                    all = false;
                    listing.row(name, "no", e.getMessage().replaceAll("\\R", " "));
                }
            }
        }
        listing.print(format, command.commandLine().getOut());
        return all ? 0 : ExitCode.WORK_FAILED;
    }
}
