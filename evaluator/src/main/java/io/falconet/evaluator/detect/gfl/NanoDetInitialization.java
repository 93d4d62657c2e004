package io.falconet.evaluator.detect.gfl;

import io.falconet.evaluator.engine.Tensor;
import io.falconet.evaluator.engine.Weights;
import io.falconet.space.graph.Conv;
import io.falconet.space.graph.Network;
import io.falconet.space.graph.Node;
import io.falconet.space.graph.Weight;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Where NanoDet-m starts, by the part of the detector that a convolution stands in: in the backbone with a standard
 * deviation of one over the channels that a kernel reads, as ShuffleNetV2's authors do; in the neck with a variance of {@code
 * 2 / (fan-in + fan-out)} (Glorot and Bengio, 2010); in the head with a deviation of 0.01. Most kernels are far smaller than
 * networks else start with. A norm behind a kernel hides its scale, so that the same step turns a small one further: they
 * learn faster.
 */
final class NanoDetInitialization {
    private static final double HEAD_DEVIATION = 0.01;

    private NanoDetInitialization() {}

    /** Weights whose kernels are brought to those deviations; they keep their directions. Other parts stay as they are. */
    static Weights prepare(Network network, Weights weights) {
        Map<String, Tensor> prepared = new HashMap<>();
        for (Node node : network.nodes()) {
            if (node.op() instanceof Conv && node.ownsWeights()) {
                for (Weight weight : node.weights()) {
                    if (weight.role() == Weight.Role.KERNEL) {
                        prepared.put(node.key(weight), scaled(weights.tensor(node, weight), node.name()));
                    }
                }
            }
        }
        return weights.with(prepared);
    }

    private static Tensor scaled(Tensor kernel, String node) {
        List<Integer> dimensions = kernel.dimensions();
        double read = dimensions.get(1);
        double area = (double) dimensions.get(2) * dimensions.get(3);
        double fanIn = read * area;
        double fanOut = dimensions.get(0) * area;
        double now = Math.sqrt(2 / fanIn);
        double wanted =
                switch (node.substring(0, Math.max(0, node.indexOf('.')))) {
                    case "backbone" -> 1 / read;
                    case "neck" -> Math.sqrt(2 / (fanIn + fanOut));
                    case "head" -> HEAD_DEVIATION;
                    default -> now;
                };
        float factor = (float) (wanted / now);
        float[] values = kernel.values().clone();
        for (int i = 0; i < values.length; i++) {
            values[i] *= factor;
        }
        return new Tensor(dimensions, values);
    }
}
