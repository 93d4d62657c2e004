package io.falconet.evaluator.engine;

import io.falconet.space.graph.Network;
import io.falconet.space.graph.Node;
import io.falconet.space.graph.Weight;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;

/** Fills a network's weights. {@link Random} is specified to the bit, so that a seed gives the same on every platform. */
final class Initialization {
    private final Random random;

    Initialization(long seed) {
        random = new Random(seed);
    }

    Map<String, Tensor> of(Network network) {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        for (Node node : network.nodes()) {
            for (Weight weight : node.weights()) {
                tensors.put(node.key(weight), initial(weight));
            }
        }
        return tensors;
    }

    private Tensor initial(Weight weight) {
        return switch (weight.role()) {
            case KERNEL -> kernel(weight);
            case GAIN, VARIANCE -> Tensor.filled(weight, 1);
            case BIAS, OFFSET, MEAN -> Tensor.filled(weight, 0);
        };
    }

    private Tensor kernel(Weight weight) {
        float[] values = new float[Math.toIntExact(weight.size())];
        double fanIn = (double) values.length / weight.dimensions().get(0);
        double deviation = Math.sqrt(2 / fanIn);
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (random.nextGaussian() * deviation);
        }
        return new Tensor(weight.dimensions(), values);
    }
}
