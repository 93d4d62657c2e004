package io.falconet.cluster.cli.device;

import io.falconet.cluster.cli.model.Model;
import io.falconet.cluster.cli.terminal.Console;
import io.falconet.cluster.cli.terminal.Listing;
import io.falconet.cluster.cli.terminal.Listing.Column;
import io.falconet.cluster.cli.terminal.OutputFormat;
import io.falconet.cluster.driver.RequestException;
import io.falconet.latency.calibrate.LatencyPredictor;
import io.falconet.space.outcome.DeviceProfile;
import java.util.List;

/** What models are expected to take on a device that was calibrated, without measuring them. */
final class PredictedLatencies {
    private static final double MILLION = 1e6;

    private final LatencyPredictor predictor;
    private final DeviceProfile device;

    /**
     * @param known what was measured to calibrate devices
     * @throws RequestException if the device was not calibrated, or predictions are too far off
     */
    PredictedLatencies(DeviceProfile device, Calibrations known) {
        this.device = device;
        this.predictor = known.predictor(device)
                .orElseThrow(() -> new RequestException(
                        "%s was expected to be calibrated with %d networks at least, on %s; found fewer."
                                .formatted(device.name(), LatencyPredictor.LEAST, device.description()),
                        "falconet device calibrate %s --threads %d first.".formatted(device.name(), device.threads())));
        if (!predictor.trusted()) {
            throw new RequestException(
                    "Predictions for %s with a median error of at most %.0f %% were expected, found %.1f %%."
                            .formatted(
                                    device.name(),
                                    100 * LatencyPredictor.BOUND,
                                    100 * predictor.error().median()),
                    "measure without --predicted, or calibrate with more networks: falconet device calibrate %s --networks 120."
                            .formatted(device.name()));
        }
    }

    /** Prints a row a model: expected milliseconds of all its stages, and between what a measurement is expected. */
    void print(List<Model> models, Integer classes, OutputFormat format, Console console) {
        Listing listing = new Listing(
                Column.of("model", "model"),
                new Column("latency_ms", "predicted ms", "%.3f"),
                new Column("latency_low_ms", "low", "%.3f"),
                new Column("latency_high_ms", "high", "%.3f"));
        for (Model model : models) {
            List<LatencyPredictor.Prediction> stages =
                    model.build(model.image(), model.classes(classes)).stages().stream()
                            .map(predictor::predict)
                            .toList();
            listing.row(
                    model.name(),
                    stages.stream()
                                    .mapToLong(LatencyPredictor.Prediction::nanos)
                                    .sum()
                            / MILLION,
                    stages.stream()
                                    .mapToLong(LatencyPredictor.Prediction::lowNanos)
                                    .sum()
                            / MILLION,
                    stages.stream()
                                    .mapToLong(LatencyPredictor.Prediction::highNanos)
                                    .sum()
                            / MILLION);
        }
        listing.print(format, console.out());
        console.say(
                "Not measured: expected on %s, from %d networks that were; a median error of %.1f %% on networks not learned from.",
                device.name(),
                predictor.error().networks(),
                100 * predictor.error().median());
    }
}
