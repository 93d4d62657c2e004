package io.falconet.cluster.cli.device;

import io.falconet.cluster.driver.RequestException;
import io.falconet.latency.calibrate.LatencyPredictor;
import io.falconet.results.ResultsDb;
import io.falconet.results.StudyRecord;
import io.falconet.space.block.DetectionFormat;
import io.falconet.space.block.Detector;
import io.falconet.space.graph.Network;
import io.falconet.space.outcome.DeviceProfile;
import io.falconet.space.outcome.Objective;
import io.falconet.space.search.Foresight;
import io.falconet.space.study.StudySpec;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a study's candidates are foreseen to take on its device: by the calibration as it was when the study was created, so
 * that a search that is resumed judges as it did before.
 */
public record ForeseenLatencies(LatencyPredictor predictor) implements Foresight {
    /** The same on machines whose logarithms differ in the last digit. */
    private static final MathContext DIGITS = new MathContext(4);

    private static final double MILLION = 1e6;

    /**
     * What a study can foresee.
     *
     * @param study its record; nothing where it is not stored yet
     * @param options that name the store, as somebody would type them
     * @throws RequestException if the device was not calibrated then, or predictions are too far off
     */
    public static ForeseenLatencies of(
            StudySpec spec, DeviceProfile device, ResultsDb db, Optional<StudyRecord> study, String options) {
        Calibrations known = new Calibrations(
                db.calibrations(), study.map(StudyRecord::created).orElse(Instant.MAX));
        String calibrate = "falconet device calibrate %s --threads %d --space %s%s"
                .formatted(device.name(), device.threads(), spec.space(), options);
        LatencyPredictor predictor = known.predictor(device).orElseThrow(() -> {
            int found = known.points(device).size();
            String then = study.map(record -> " until %s, when the study was created,"
                            .formatted(record.created().truncatedTo(ChronoUnit.SECONDS)))
                    .orElse("");
            return new RequestException(
                    "limits.latency holds by what networks are foreseen to take: at least %d networks measured on %s%s were expected, found %d."
                            .formatted(LatencyPredictor.LEAST, words(device), then, found),
                    study.isEmpty()
                            ? calibrate + " first; or make latency an objective without a limit."
                            : "the device was not like that then, or the calibration was lost. Give the study another name, which goes by today's calibration and reuses what was trained, after "
                                    + calibrate + ".");
        });
        if (!predictor.trusted()) {
            throw new RequestException(
                    "limits.latency holds by what networks are foreseen to take: a median error of at most %.0f %% was expected on %s, found %.1f %%."
                            .formatted(
                                    100 * LatencyPredictor.BOUND,
                                    words(device),
                                    100 * predictor.error().median()),
                    calibrate + " --networks 120; or make latency an objective without a limit.");
        }
        return new ForeseenLatencies(predictor);
    }

    private static String words(DeviceProfile device) {
        return device.name() + " (" + device.description() + ")";
    }

    /** How much to believe, for people. */
    public String words(StudySpec spec) {
        return "Whatever surely takes longer than %s ms is not trained, as foreseen from %d networks that were measured; a median error of %.1f %%."
                .formatted(
                        BigDecimal.valueOf(spec.limits().get(Objective.LATENCY))
                                .stripTrailingZeros()
                                .toPlainString(),
                        predictor.error().networks(),
                        100 * predictor.error().median());
    }

    @Override
    public Optional<Expectation> of(Objective objective, Detector detector) {
        if (objective != Objective.LATENCY) {
            return Optional.empty();
        }
        List<LatencyPredictor.Prediction> stages =
                stages(detector).map(predictor::predict).toList();
        return Optional.of(new Expectation(
                millis(stages.stream()
                        .mapToLong(LatencyPredictor.Prediction::nanos)
                        .sum()),
                millis(stages.stream()
                        .mapToLong(LatencyPredictor.Prediction::lowNanos)
                        .sum()),
                millis(stages.stream()
                        .mapToLong(LatencyPredictor.Prediction::highNanos)
                        .sum())));
    }

    /** What is timed of a candidate: a second stage has a file of its own. */
    private static Stream<Network> stages(Detector detector) {
        DetectionFormat format = detector.format();
        return Stream.concat(Stream.of(detector.network()), format.secondStage().stream());
    }

    private static double millis(long nanos) {
        return BigDecimal.valueOf(nanos / MILLION).round(DIGITS).doubleValue();
    }
}
