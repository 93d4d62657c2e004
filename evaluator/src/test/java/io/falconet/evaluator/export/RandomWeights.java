package io.falconet.evaluator.export;

import io.falconet.evaluator.engine.Tensor;
import io.falconet.evaluator.engine.Weights;
import io.falconet.space.graph.Network;
import io.falconet.space.graph.Node;
import io.falconet.space.graph.Weight;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;

/** Weights as a training might leave them: no bias zero, no norm the identity. */
public final class RandomWeights {
    private RandomWeights() {}

    public static Weights of(Network network, long seed) {
        Random random = new Random(seed);
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        for (Node node : network.nodes()) {
            for (Weight weight : node.weights()) {
                float[] values = new float[(int) weight.size()];
                for (int i = 0; i < values.length; i++) {
                    values[i] = value(weight, random);
                }
                tensors.put(node.key(weight), new Tensor(weight.dimensions(), values));
            }
        }
        return new Weights(tensors);
    }

    private static float value(Weight weight, Random random) {
        double normal = random.nextGaussian();
        return (float)
                switch (weight.role()) {
                    case KERNEL, INTERPOLATION -> {
                        long fan = weight.size() / weight.dimensions().get(0);
                        yield normal * Math.sqrt(2.0 / fan);
                    }
                    case BIAS, OFFSET, MEAN -> 0.3 * normal;
                    case GAIN -> 1 + 0.2 * normal;
                    case VARIANCE -> 0.5 + random.nextDouble();
                };
    }
}
