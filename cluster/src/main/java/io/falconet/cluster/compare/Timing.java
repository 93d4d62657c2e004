package io.falconet.cluster.compare;

import io.falconet.latency.measure.Measurement;
import io.falconet.space.outcome.LatencyReport;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How long a detector takes for an image, in milliseconds.
 *
 * @param batch images at a time
 * @param median of the time that they take, for each
 * @param low lower end of the median's 95 % interval
 * @param high upper end of it
 * @param disturbance what else on the device may have slowed it down all the time; nothing where it was quiet
 */
public record Timing(int batch, double median, double low, double high, Optional<String> disturbance) {
    private static final double MILLION = 1e6;

    /** What was measured, an image. */
    public static Timing of(Measurement measured) {
        LatencyReport report = measured.report();
        double images = MILLION * measured.batch();
        return new Timing(
                measured.batch(),
                report.medianNanos() / images,
                report.lowNanos() / images,
                report.highNanos() / images,
                report.disturbance());
    }

    /** The same detector with what another of its stages takes for an image. */
    public Timing plus(Timing stage) {
        return new Timing(
                batch,
                median + stage.median,
                low + stage.low,
                high + stage.high,
                Stream.of(disturbance, stage.disturbance)
                        .flatMap(Optional::stream)
                        .findFirst());
    }

    /** Images a second, one after the other. */
    public double imagesPerSecond() {
        return 1000 / median;
    }

    /** Whether the two cannot be told apart: their intervals overlap. */
    public boolean ties(Timing other) {
        return low <= other.high && other.low <= high;
    }
}
