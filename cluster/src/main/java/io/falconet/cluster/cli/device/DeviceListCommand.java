package io.falconet.cluster.cli.device;

import io.falconet.cluster.cli.terminal.Listing;
import io.falconet.cluster.cli.terminal.Listing.Column;
import io.falconet.cluster.cli.terminal.OutputFormat;
import io.falconet.cluster.cli.terminal.StoreOptions;
import io.falconet.latency.measure.InferenceRuntime;
import io.falconet.latency.measure.LatencyMeter;
import io.falconet.results.DeviceRecord;
import io.falconet.results.MeasuredDevice;
import io.falconet.results.ResultsDb;
import io.falconet.space.outcome.DeviceProfile;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Lists the devices on which studies can measure: this machine, and those registered; never a token. */
@Command(name = "list", description = "List this machine and the registered devices. Tokens are not shown.")
final class DeviceListCommand implements Callable<Integer> {
    @Spec
    private CommandSpec command;

    @Option(names = "--format", defaultValue = "text", description = "${COMPLETION-CANDIDATES} (default: text).")
    private OutputFormat format;

    @Mixin
    private StoreOptions store;

    @Override
    public Integer call() {
        Listing listing = new Listing(
                Column.of("device", "device"),
                Column.of("address", "address"),
                Column.of("processor", "processor"),
                Column.of("runtime", "runtime"),
                Column.of("seen", "seen"),
                Column.of("trials", "trials"));
        try (ResultsDb db = store.open()) {
            List<MeasuredDevice> measured = db.devices().measured();
            DeviceProfile here = LatencyMeter.device(InferenceRuntime.ONNX_RUNTIME, 1);
            listing.row(
                    here.name(), null, here.processor(), here.runtime(), null, trials(measured, DeviceProfile.LOCAL));
            for (DeviceRecord device : db.devices().list()) {
                listing.row(
                        device.name(),
                        device.address(),
                        device.processor(),
                        device.runtime(),
                        device.seen().truncatedTo(ChronoUnit.SECONDS).toString(),
                        trials(measured, device.name()));
            }
        }
        listing.print(format, command.commandLine().getOut());
        return 0;
    }

    private static int trials(List<MeasuredDevice> measured, String name) {
        return measured.stream()
                .filter(device -> device.name().equals(name))
                .mapToInt(MeasuredDevice::trials)
                .sum();
    }
}
