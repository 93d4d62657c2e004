package io.falconet.latency.predict;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Proves the predictors on tables of measured latencies: learns from some networks of a table, and is judged on all others
 * of it. The same seed draws the same networks.
 */
public final class DeviceReplay {
    /** Under this, in the table's unit, a time is a clock's zero; its logarithm would say too much. */
    private static final double LEAST = 1e-3;

    /** One-hot genes that differ in four places are half alike. */
    private static final GaussianProcess KNOWN = new GaussianProcess(2, 1e-2);

    /** For tables of categorical genes. */
    public static final LatencyFit USUAL = new BestOf(List.of(SumOfParts.STANDARD, new AlikeNetworks(KNOWN)));

    private final double[][] features;
    private final int samples;
    private final int draws;
    private final long seed;

    /**
     * @param features by network
     * @param samples networks to learn from
     * @param draws how often they are drawn
     */
    public DeviceReplay(double[][] features, int samples, int draws, long seed) {
        if (samples < 2 || samples >= features.length) {
            throw new IllegalArgumentException(
                    "From 2 to %d networks to learn from were expected, of the table's %d, found %d. Maybe %d."
                            .formatted(
                                    features.length - 1, features.length, samples, Math.min(900, features.length / 2)));
        }
        if (draws < 1) {
            throw new IllegalArgumentException("At least 1 draw was expected, found %d. Maybe 5.".formatted(draws));
        }
        this.features = features;
        this.samples = samples;
        this.draws = draws;
        this.seed = seed;
    }

    /**
     * Learns one device alone, anew in every draw.
     *
     * @param latencies by network
     * @param done hears the number of draws done
     * @return the error of each draw, on the networks that were not learned from
     */
    public List<PredictionError> alone(LatencyFit fit, double[] latencies, IntConsumer done) {
        double[] floored = floored(latencies);
        List<PredictionError> errors = new ArrayList<>();
        for (int draw = 0; draw < draws; draw++) {
            int[] order = order(draw, 0);
            int[] seen = Arrays.copyOf(order, samples);
            LatencyFit.Learned learned = fit.learn(rows(seen), values(floored, seen));
            int[] held = Arrays.copyOfRange(order, samples, order.length);
            errors.add(PredictionError.of(learned.latencies(rows(held)), values(floored, held)));
            done.accept(draw + 1);
        }
        return errors;
    }

    /**
     * Learns new devices from known ones. In every draw other networks are drawn: as many for the known devices, the same
     * on each, and a few for each new device. What the table says of other networks on known devices is not looked up.
     *
     * @param known latencies by network, by name of the device
     * @param fresh the same of new devices
     * @param few networks measured on each new device
     * @param done hears the number of draws done
     * @return by new device, the error of each draw, on all networks but those few
     */
    public Map<String, List<PredictionError>> transferred(
            Map<String, double[]> known, Map<String, double[]> fresh, int few, IntConsumer done) {
        if (few < 2 || few >= features.length) {
            throw new IllegalArgumentException(
                    "At least 2 measurements of a new device were expected, found %d. Maybe 10.".formatted(few));
        }
        Map<String, List<PredictionError>> errors = new LinkedHashMap<>();
        fresh.keySet().forEach(device -> errors.put(device, new ArrayList<>()));
        for (int draw = 0; draw < draws; draw++) {
            DeviceTransfer transfer =
                    new DeviceTransfer(predicted(known, Arrays.copyOf(order(draw, 0), samples)), features);
            int device = 0;
            for (Map.Entry<String, double[]> one : fresh.entrySet()) {
                double[] floored = floored(one.getValue());
                int[] order = order(draw, ++device);
                int[] measured = Arrays.copyOf(order, few);
                double[] predicted = transfer.latencies(measured, values(floored, measured));
                int[] held = Arrays.copyOfRange(order, few, order.length);
                errors.get(one.getKey()).add(PredictionError.of(values(predicted, held), values(floored, held)));
            }
            done.accept(draw + 1);
        }
        return errors;
    }

    /** By known device and network, the logarithm as predicted from the networks that were seen. */
    private double[][] predicted(Map<String, double[]> known, int[] seen) {
        double[][] logarithms = known.values().stream()
                .map(latencies -> Arrays.stream(values(floored(latencies), seen))
                        .map(Math::log)
                        .toArray())
                .toArray(double[][]::new);
        GaussianProcess.Fitted fitted = KNOWN.fit(rows(seen), logarithms);
        double[][] predicted = new double[known.size()][features.length];
        IntStream.range(0, features.length).parallel().forEach(network -> {
            double[] all = fitted.at(features[network]);
            for (int device = 0; device < all.length; device++) {
                predicted[device][network] = all[device];
            }
        });
        return predicted;
    }

    private int[] order(int draw, int device) {
        List<Integer> order =
                IntStream.range(0, features.length).boxed().collect(Collectors.toCollection(ArrayList::new));
        Collections.shuffle(order, new Random(31 * (31 * seed + draw) + device));
        return order.stream().mapToInt(Integer::intValue).toArray();
    }

    private double[][] rows(int[] networks) {
        return IntStream.of(networks).mapToObj(i -> features[i]).toArray(double[][]::new);
    }

    private static double[] values(double[] all, int[] networks) {
        return IntStream.of(networks).mapToDouble(i -> all[i]).toArray();
    }

    private static double[] floored(double[] latencies) {
        return Arrays.stream(latencies).map(v -> Math.max(LEAST, v)).toArray();
    }
}
