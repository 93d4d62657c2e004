package io.falconet.evaluator.verify;

import io.falconet.evaluator.engine.Tensor;
import io.falconet.evaluator.engine.Weights;
import io.falconet.space.graph.Network;
import io.falconet.space.graph.Node;
import io.falconet.space.graph.Weight;
import java.util.LinkedHashMap;
import java.util.Map;

/** Weights that the {@link FillRule} fills, as a training may leave them: no bias is nothing, and no norm the identity. */
final class FilledWeights {
    private FilledWeights() {}

    /** Those of a network, its tensors numbered in the order of its nodes. */
    static Weights of(Network network) {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        for (Node node : network.nodes()) {
            if (node.ownsWeights()) {
                for (Weight weight : node.weights()) {
                    String key = node.key(weight);
                    tensors.put(
                            key,
                            new StateTensor(key, weight.dimensions(), kind(weight.role()), tensors.size()).filled());
                }
            }
        }
        return new Weights(tensors);
    }

    private static StateTensor.Kind kind(Weight.Role role) {
        return switch (role) {
            case KERNEL, INTERPOLATION -> StateTensor.Kind.WEIGHT;
            case BIAS, OFFSET -> StateTensor.Kind.BIAS;
            case GAIN -> StateTensor.Kind.GAIN;
            case MEAN -> StateTensor.Kind.BN_MEAN;
            case VARIANCE -> StateTensor.Kind.BN_VAR;
        };
    }
}
