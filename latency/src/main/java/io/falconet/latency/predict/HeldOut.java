package io.falconet.latency.predict;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What a fit says of networks that it did not see: cross-validation in ten parts, always the same. */
public final class HeldOut {
    private static final int PARTS = 10;

    private HeldOut() {}

    /** Each network's prediction by a fit on the nine tenths of which it is none. */
    public static double[] predictions(LatencyFit fit, double[][] features, double[] latencies) {
        List<Integer> order =
                IntStream.range(0, latencies.length).boxed().collect(Collectors.toCollection(ArrayList::new));
        Collections.shuffle(order, new Random(0));
        double[] predicted = new double[latencies.length];
        for (int part = 0; part < PARTS; part++) {
            int held = part;
            int[] seen = IntStream.range(0, order.size())
                    .filter(i -> i % PARTS != held)
                    .map(order::get)
                    .toArray();
            LatencyFit.Learned learned = fit.learn(
                    IntStream.of(seen).mapToObj(i -> features[i]).toArray(double[][]::new),
                    IntStream.of(seen).mapToDouble(i -> latencies[i]).toArray());
            for (int i = held; i < order.size(); i += PARTS) {
                int network = order.get(i);
                predicted[network] = learned.latency(features[network]);
            }
        }
        return predicted;
    }
}
