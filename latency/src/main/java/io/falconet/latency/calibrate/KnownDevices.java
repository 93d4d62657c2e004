package io.falconet.latency.calibrate;

import io.falconet.latency.kernel.Work;
import io.falconet.latency.predict.DeviceTransfer;
import io.falconet.space.graph.Network;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Devices whose latencies are known of any network, from which a new one is learned by a few measurements. */
final class KnownDevices {
    private final List<ToDoubleFunction<Network>> devices;
    private final List<Evidence> population;

    /**
     * What is known of a network without measuring it on the new device.
     *
     * @param logarithms of its latencies, by known device
     * @param work logarithms of its amounts of work
     */
    private record Evidence(double[] logarithms, double[] work) {}

    /**
     * @param devices the latency of a network on each
     * @param population networks that tell what is usual
     */
    KnownDevices(List<ToDoubleFunction<Network>> devices, List<Network> population) {
        this.devices = List.copyOf(devices);
        this.population = population.stream().map(this::evidence).toList();
    }

    private Evidence evidence(Network network) {
        return new Evidence(
                devices.stream()
                        .mapToDouble(device -> Math.log(device.applyAsDouble(network)))
                        .toArray(),
                Arrays.stream(Work.of(network)).map(Math::log1p).toArray());
    }

    /** The latency of a network on a new device, learned from some that were measured on it. */
    ToDoubleFunction<Network> learn(List<Network> networks, double[] latencies) {
        List<Evidence> measured = networks.stream().map(this::evidence).toList();
        int[] first = IntStream.range(0, networks.size()).toArray();
        return network -> {
            List<Evidence> all = Stream.of(measured.stream(), population.stream(), Stream.of(evidence(network)))
                    .flatMap(part -> part)
                    .toList();
            double[][] known = IntStream.range(0, devices.size())
                    .mapToObj(device -> all.stream()
                            .mapToDouble(one -> one.logarithms()[device])
                            .toArray())
                    .toArray(double[][]::new);
            double[][] work = all.stream().map(Evidence::work).toArray(double[][]::new);
            double[] expected = new DeviceTransfer(known, work).latencies(first, latencies);
            return expected[expected.length - 1];
        };
    }
}
