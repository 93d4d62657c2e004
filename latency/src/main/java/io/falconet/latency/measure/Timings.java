package io.falconet.latency.measure;

import java.util.Arrays;
import java.util.stream.LongStream;

/**
 * What repeated runs took, and the statistics of it that outliers do not move.
 *
 * @param nanos of each run, sorted
 */
record Timings(long[] nanos) {
    /** Standard normal deviations that enclose 95 %. */
    private static final double Z95 = 1.96;

    Timings {
        nanos = nanos.clone();
        Arrays.sort(nanos);
        if (nanos.length == 0) {
            throw new IllegalArgumentException("Timings need at least one run.");
        }
    }

    int runs() {
        return nanos.length;
    }

    /** The middle run, or the mean of the two in the middle. */
    long median() {
        int middle = nanos.length / 2;
        return nanos.length % 2 == 1 ? nanos[middle] : (nanos[middle - 1] + nanos[middle]) / 2;
    }

    /** The time in which that share of the runs was done: the smallest such run. */
    long percentile(double share) {
        return nanos[Math.max(0, (int) Math.ceil(share * nanos.length) - 1)];
    }

    /** The median absolute deviation from the median. */
    long mad() {
        long median = median();
        return new Timings(
                        LongStream.of(nanos).map(run -> Math.abs(run - median)).toArray())
                .median();
    }

    /** Lower end of the median's 95 % interval: an order statistic, by the normal approximation of the binomial. */
    long low() {
        return nanos[(int) Math.max(0, Math.floor(nanos.length / 2.0 - reach()))];
    }

    /** Upper end of the median's 95 % interval. */
    long high() {
        return nanos[(int) Math.min(nanos.length - 1.0, Math.ceil(nanos.length / 2.0 + reach()))];
    }

    private double reach() {
        return Z95 * Math.sqrt(nanos.length) / 2;
    }
}
