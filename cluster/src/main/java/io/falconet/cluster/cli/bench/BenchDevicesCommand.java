package io.falconet.cluster.cli.bench;

import io.falconet.cluster.cli.device.ErrorListing;
import io.falconet.cluster.cli.terminal.Console;
import io.falconet.cluster.cli.terminal.CountedProgress;
import io.falconet.cluster.cli.terminal.OutputFormat;
import io.falconet.cluster.cli.terminal.Requests;
import io.falconet.cluster.driver.RequestException;
import io.falconet.latency.predict.Centred;
import io.falconet.latency.predict.DeviceReplay;
import io.falconet.latency.predict.LatencyFit;
import io.falconet.latency.predict.PredictionError;
import io.falconet.space.table.Genes;
import io.falconet.space.table.ResultTable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Replays the prediction of latencies on a table where many networks' are known. */
@Command(
        name = "devices",
        description = {
            "Predict the latencies of a table's networks from a few of them, and say how far off that is on all others.",
            "Each device alone; or, with --transfer-from, new devices by a few measurements and what is known of others."
        })
final class BenchDevicesCommand implements Callable<Integer> {
    @Spec
    private CommandSpec command;

    @Mixin
    private TableOptions given;

    @Option(
            names = "--devices",
            required = true,
            split = ",",
            paramLabel = "COLUMN",
            description = "Devices to predict, with commas.")
    private List<String> devices;

    @Option(
            names = "--samples",
            defaultValue = "900",
            description = "Networks to learn a device from (default: ${DEFAULT-VALUE}).")
    private int samples;

    @Option(
            names = "--transfer-from",
            split = ",",
            paramLabel = "COLUMN",
            description = "Known devices, with commas: the others are learned from these.")
    private List<String> known;

    @Option(
            names = "--measured",
            defaultValue = "10",
            description = "Networks measured on a new device (default: ${DEFAULT-VALUE}).")
    private int measured;

    @Option(
            names = "--draws",
            defaultValue = "5",
            description = "How often networks are drawn anew (default: ${DEFAULT-VALUE}).")
    private int draws;

    @Option(names = "--seed", defaultValue = "1", description = "Of the draws (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--centre",
            paramLabel = "PERCENT",
            description =
                    "Shift predictions so that most networks lie within this error, at the cost of the median error.")
    private Double centre;

    @Option(names = "--format", defaultValue = "text", description = "${COMPLETION-CANDIDATES} (default: text).")
    private OutputFormat format;

    @Override
    public Integer call() {
        Console console = Console.of(command);
        if (centre != null && !(centre > 0 && centre < 100)) {
            throw new RequestException(
                    "An error over 0 and under 100 percent was expected, found --centre " + centre + ".", "10.");
        }
        if (centre != null && known != null) {
            throw new RequestException(
                    "--centre shifts predictions of a device alone, found --transfer-from beside it.",
                    "leave one of them away.");
        }
        return given.use(() -> {
            replay(console);
            return 0;
        });
    }

    private void replay(Console console) {
        ResultTable results = given.read();
        Genes networks = given.genes(results);
        DeviceReplay replay = Requests.check(() -> new DeviceReplay(networks.oneHot(), samples, draws, seed));
        Map<String, double[]> wanted = latencies(results, devices);
        console.say(
                "%,d networks of %d genes, %s.",
                results.rows(),
                networks.count(),
                known == null
                        ? "%d to learn from, drawn %d times".formatted(samples, draws)
                        : "%d to learn each known device from, %d measured on each new one, drawn %d times"
                                .formatted(samples, measured, draws));
        Map<String, List<PredictionError>> errors =
                known == null ? alone(replay, wanted) : transferred(replay, results, wanted);
        print(errors, console);
    }

    private Map<String, List<PredictionError>> alone(DeviceReplay replay, Map<String, double[]> wanted) {
        LatencyFit fit = centre == null ? DeviceReplay.USUAL : new Centred(DeviceReplay.USUAL, centre / 100);
        Map<String, List<PredictionError>> errors = new LinkedHashMap<>();
        wanted.forEach((device, latencies) -> {
            try (CountedProgress progress = progress(device)) {
                errors.put(device, replay.alone(fit, latencies, progress));
            }
        });
        return errors;
    }

    private Map<String, List<PredictionError>> transferred(
            DeviceReplay replay, ResultTable results, Map<String, double[]> wanted) {
        Map<String, double[]> others = latencies(results, known);
        wanted.keySet().stream().filter(others::containsKey).findFirst().ifPresent(both -> {
            throw new RequestException(
                    "New devices were expected beside the known ones, found %s among both.".formatted(both),
                    "take it from one of the lists.");
        });
        try (CountedProgress progress = progress("New devices")) {
            return Requests.check(() -> replay.transferred(others, wanted, measured, progress));
        }
    }

    private CountedProgress progress(String task) {
        return new CountedProgress(task, draws, "draws", Console.watched());
    }

    private void print(Map<String, List<PredictionError>> errors, Console console) {
        ErrorListing listing = new ErrorListing("device", true);
        errors.forEach(listing::row);
        if (errors.size() > 1) {
            listing.row("mean", errors.values().stream().flatMap(List::stream).toList());
        }
        listing.print(format, console);
    }

    private static Map<String, double[]> latencies(ResultTable results, List<String> columns) {
        Map<String, double[]> latencies = new LinkedHashMap<>();
        columns.forEach(column -> latencies.put(column, results.numbers(column)));
        latencies.forEach((column, values) -> {
            for (int row = 0; row < values.length; row++) {
                if (!(values[row] > 0) || Double.isInfinite(values[row])) {
                    throw new RequestException(
                            "Latencies over 0 were expected, found %s in row %d of column %s."
                                    .formatted(values[row], row + 1, column),
                            "another column is meant.");
                }
            }
        });
        return latencies;
    }
}
