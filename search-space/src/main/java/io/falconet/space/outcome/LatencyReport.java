package io.falconet.space.outcome;

import java.util.Optional;

/**
 * How long one inference of one image takes on a device.
 *
 * @param device on what
 * @param warmupRuns runs before the timed ones
 * @param runs timed runs
 * @param medianNanos the median of the timed runs, in nanoseconds; where runs come in rounds, of their quietest stretch
 * @param lowNanos lower end of the interval in which a repetition is expected in 95 of 100 cases
 * @param highNanos upper end of that interval
 * @param madNanos median absolute deviation of the runs that give the median
 * @param disturbance what else on the device may have slowed it down all the time; nothing where it was quiet
 */
public record LatencyReport(
        DeviceProfile device,
        int warmupRuns,
        int runs,
        long medianNanos,
        long lowNanos,
        long highNanos,
        long madNanos,
        Optional<String> disturbance) {
    /** A report that nothing disturbed. */
    public LatencyReport(
            DeviceProfile device,
            int warmupRuns,
            int runs,
            long medianNanos,
            long lowNanos,
            long highNanos,
            long madNanos) {
        this(device, warmupRuns, runs, medianNanos, lowNanos, highNanos, madNanos, Optional.empty());
    }

    public LatencyReport {
        disturbance = disturbance == null ? Optional.empty() : disturbance; // files of earlier releases do not say
        if (lowNanos > medianNanos || medianNanos > highNanos) {
            throw new IllegalArgumentException("A median lies within its interval, found %d outside %d to %d."
                    .formatted(medianNanos, lowNanos, highNanos));
        }
    }

    /** The median in milliseconds. */
    public double medianMillis() {
        return medianNanos / 1e6;
    }

    /** Whether a median, in nanoseconds, lies within the interval. */
    public boolean covers(long nanos) {
        return lowNanos <= nanos && nanos <= highNanos;
    }

    /** Whether the two medians cannot be told apart: their intervals overlap. */
    public boolean ties(LatencyReport other) {
        return lowNanos <= other.highNanos && other.lowNanos <= highNanos;
    }
}
