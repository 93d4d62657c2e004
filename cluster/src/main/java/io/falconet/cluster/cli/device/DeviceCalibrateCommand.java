package io.falconet.cluster.cli.device;

import io.falconet.cluster.cli.terminal.Console;
import io.falconet.cluster.cli.terminal.CountedProgress;
import io.falconet.cluster.cli.terminal.ExitCode;
import io.falconet.cluster.cli.terminal.OutputFormat;
import io.falconet.cluster.cli.terminal.StoreOptions;
import io.falconet.cluster.driver.RequestException;
import io.falconet.evaluator.engine.Weights;
import io.falconet.evaluator.export.OnnxWriter;
import io.falconet.latency.calibrate.LatencyPredictor;
import io.falconet.latency.measure.InferenceRuntime;
import io.falconet.latency.measure.LatencyMeter;
import io.falconet.latency.measure.Measurement;
import io.falconet.latency.predict.PredictionError;
import io.falconet.results.CalibrationPoint;
import io.falconet.results.CalibrationStore;
import io.falconet.results.ResultsDb;
import io.falconet.space.graph.Network;
import io.falconet.space.outcome.DeviceProfile;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Measures networks on a device to learn what others take there. */
@Command(
        name = "calibrate",
        description = {
            "Measure random networks on a device, to predict what others take there, and say how far off that is.",
            "Ten networks are enough where another device of the store is calibrated. Goes on where it was stopped.",
            "Exit code 1 where predictions are too far off to be used."
        })
final class DeviceCalibrateCommand implements Callable<Integer> {
    /** Networks that take their rounds in turn, and are kept as soon as they are measured. */
    private static final int TOGETHER = 20;

    @Spec
    private CommandSpec command;

    @Parameters(
            paramLabel = "NAME",
            arity = "0..1",
            defaultValue = DeviceProfile.LOCAL,
            description = "A registered device (default: ${DEFAULT-VALUE}, this machine).")
    private String name;

    @Option(names = "--networks", defaultValue = "60", description = "To learn from (default: ${DEFAULT-VALUE}).")
    private int networks;

    @Option(
            names = "--check",
            defaultValue = "0",
            description = "Further networks to measure, and to predict from the others (default: ${DEFAULT-VALUE}).")
    private int check;

    @Mixin
    private DrawnNetworksOptions drawn;

    @Option(names = "--format", defaultValue = "text", description = "${COMPLETION-CANDIDATES} (default: text).")
    private OutputFormat format;

    @Mixin
    private StoreOptions store;

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (networks < LatencyPredictor.LEAST_TRANSFERRED || check < 0 || drawn.threads() < 1) {
            throw new RequestException(
                    "At least %d networks to learn from, 0 to check with and 1 thread were expected, found %d, %d and %d."
                            .formatted(LatencyPredictor.LEAST_TRANSFERRED, networks, check, drawn.threads()),
                    "--networks 60 --check 0 --threads 1.");
        }
        DrawnNetworks random = drawn.networks();
        List<DrawnNetworks.Drawn> design = random.next(networks);
        List<DrawnNetworks.Drawn> unseen = random.next(check);
        Console console = Console.of(command);
        try (ResultsDb db = store.open()) {
            Devices devices = new Devices(db.devices(), Clock.systemUTC());
            boolean here = name.equals(DeviceProfile.LOCAL);
            DeviceProfile device = here
                    ? LatencyMeter.device(InferenceRuntime.ONNX_RUNTIME, drawn.threads())
                    : devices.ask(name, drawn.threads());
            Calibrations calibrations = new Calibrations(db.calibrations());
            if (networks < LatencyPredictor.LEAST && calibrations.others(device).isEmpty()) {
                throw new RequestException(
                        "At least %d networks to learn from were expected, or another device in the store that is calibrated; found %d and none."
                                .formatted(LatencyPredictor.LEAST, networks),
                        "--networks 60, which is also enough for others to be learned from this one.");
            }
            DeviceOptions.Meter meter =
                    here ? DeviceOptions.here(InferenceRuntime.ONNX_RUNTIME) : DeviceOptions.meter(devices.named(name));
            Map<String, CalibrationPoint> known = measured(device, meter, design, unseen, db.calibrations(), console);
            LatencyPredictor predictor =
                    calibrations.predictor(device, points(design, known)).orElseThrow();
            return report(predictor, points(unseen, known), console);
        }
    }

    private Map<String, CalibrationPoint> measured(
            DeviceProfile device,
            DeviceOptions.Meter meter,
            List<DrawnNetworks.Drawn> design,
            List<DrawnNetworks.Drawn> unseen,
            CalibrationStore calibrations,
            Console console)
            throws IOException, InterruptedException {
        Map<String, CalibrationPoint> known = new HashMap<>();
        calibrations.list(device).forEach(point -> known.put(point.network(), point));
        List<DrawnNetworks.Drawn> missing = new ArrayList<>(design);
        missing.addAll(unseen);
        missing.removeIf(network -> known.containsKey(network.id()));
        console.say(
                "%s is %s; %d networks to measure, %d known.",
                name, device.description(), missing.size(), design.size() + unseen.size() - missing.size());
        try (CountedProgress progress =
                new CountedProgress("Measuring", missing.size(), "networks", Console.watched())) {
            for (int from = 0; from < missing.size(); from += TOGETHER) {
                List<DrawnNetworks.Drawn> some = missing.subList(from, Math.min(missing.size(), from + TOGETHER));
                List<Measurement> taken = meter.measure(
                        some.stream().map(DeviceCalibrateCommand::model).toList(), device.threads(), 1);
                for (int i = 0; i < some.size(); i++) {
                    CalibrationPoint point = new CalibrationPoint(
                            some.get(i).id(),
                            some.get(i).architecture().text(),
                            DrawnNetworks.CLASSES,
                            taken.get(i).report(),
                            Clock.systemUTC().instant());
                    calibrations.put(point);
                    known.put(point.network(), point);
                    progress.accept(from + i + 1);
                }
            }
        }
        return known;
    }

    private static byte[] model(DrawnNetworks.Drawn candidate) {
        Network network = candidate.detector().network();
        return OnnxWriter.singleImage().write(candidate.detector(), Weights.initial(network, 1));
    }

    private static List<CalibrationPoint> points(
            List<DrawnNetworks.Drawn> networks, Map<String, CalibrationPoint> known) {
        return networks.stream().map(network -> known.get(network.id())).toList();
    }

    private int report(LatencyPredictor predictor, List<CalibrationPoint> unseen, Console console) {
        ErrorListing listing = new ErrorListing("measured", false);
        listing.row("in turn held out", List.of(predictor.error()));
        if (!unseen.isEmpty()) {
            double[] predicted = unseen.stream()
                    .mapToDouble(point ->
                            predictor.predict(Calibrations.network(point)).nanos())
                    .toArray();
            listing.row("never learned from", List.of(PredictionError.of(predicted, Calibrations.nanos(unseen))));
        }
        listing.print(format, console);
        if (!predictor.trusted()) {
            console.say(
                    "Predictions are refused: a median error of at most %.0f %% was expected, found %.1f %%. Maybe more networks (--networks %d), or a quieter machine.",
                    100 * LatencyPredictor.BOUND, 100 * predictor.error().median(), 2 * networks);
            return ExitCode.WORK_FAILED;
        }
        console.say("Next:  %s profile nanodet-m --device %s --predicted%s", Console.command(), name, store.typed());
        return 0;
    }
}
