package io.falconet.evaluator.verify;

import io.falconet.evaluator.engine.Tensor;
import io.falconet.evaluator.engine.Weights;
import io.falconet.space.graph.Activate;
import io.falconet.space.graph.BatchNorm;
import io.falconet.space.graph.Network;
import io.falconet.space.graph.Node;
import io.falconet.space.graph.Weight;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Weights that the {@link FillRule} fills, as a training may leave them: no bias is nothing, no norm the identity, and signals
 * stay of one size, however deep the network. Where they grow to hundreds, a gate that reads them makes of their rounding what
 * no trained network does.
 */
final class FilledWeights {
    /** Of the standard deviation that the rule gives a kernel, which is for those that an activation halves. */
    private static final float WITHOUT_ACTIVATION = (float) Math.sqrt(0.5);

    private final Set<String> activated = new HashSet<>();

    private FilledWeights(Network network) {
        for (int i = network.nodes().size() - 1; i >= 0; i--) {
            Node node = network.nodes().get(i);
            if (node.op() instanceof Activate || node.op() instanceof BatchNorm && activated.contains(node.name())) {
                activated.addAll(node.inputs());
            }
        }
    }

    /** Those of a network, its tensors numbered in the order of its nodes. */
    static Weights of(Network network) {
        FilledWeights filled = new FilledWeights(network);
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        for (Node node : network.nodes()) {
            if (node.ownsWeights()) {
                node.weights()
                        .forEach(weight -> tensors.put(node.key(weight), filled.tensor(node, weight, tensors.size())));
            }
        }
        return new Weights(tensors);
    }

    private Tensor tensor(Node node, Weight weight, int number) {
        StateTensor.Kind kind = kind(weight.role());
        Tensor tensor = new StateTensor(node.key(weight), weight.dimensions(), kind, number).filled();
        if (kind == StateTensor.Kind.WEIGHT && !activated.contains(node.name())) {
            float[] values = tensor.values().clone();
            for (int i = 0; i < values.length; i++) {
                values[i] *= WITHOUT_ACTIVATION;
            }
            return new Tensor(weight.dimensions(), values);
        }
        return tensor;
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
