package io.falconet.latency.predict;

import java.util.Arrays;

/** A way of learning latencies from networks that were measured. */
public interface LatencyFit {
    /** What was learned: the latency of a network with such features, in the unit of those that were learned from. */
    @FunctionalInterface
    interface Learned {
        double latency(double[] features);

        /** The same of many networks. */
        default double[] latencies(double[][] features) {
            return Arrays.stream(features).mapToDouble(this::latency).toArray();
        }
    }

    /**
     * Learns.
     *
     * @param features by network, equally many of each
     * @param latencies by network, all over 0
     */
    Learned learn(double[][] features, double[] latencies);

    /** The fit itself, or the one among several that suits what was measured. */
    default LatencyFit chosen(double[][] features, double[] latencies) {
        return this;
    }
}
