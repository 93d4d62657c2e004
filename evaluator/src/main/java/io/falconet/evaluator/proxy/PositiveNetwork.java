package io.falconet.evaluator.proxy;

import io.falconet.evaluator.engine.Tensor;
import io.falconet.evaluator.engine.Weights;
import io.falconet.space.graph.Activate;
import io.falconet.space.graph.Activation;
import io.falconet.space.graph.BatchNorm;
import io.falconet.space.graph.ChannelNorm;
import io.falconet.space.graph.GroupNorm;
import io.falconet.space.graph.Multiply;
import io.falconet.space.graph.Network;
import io.falconet.space.graph.Node;
import io.falconet.space.graph.Op;
import io.falconet.space.graph.Weight;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A network as synaptic flow sees it (Tanaka et al., 2020): kernels by their absolute values, no biases, norms that pass
 * everything through. All values are then positive and large, where a rectifier of any kind is the identity; ReLU6, which
 * would cut off nearly everything, is taken for a ReLU. A sigmoid stays where it is a gate, that is, where it goes into a
 * product.
 *
 * @param network without norms and rectifiers, and without what no output depends on
 * @param weights of its nodes, and maybe others
 */
record PositiveNetwork(Network network, Weights weights) {
    static PositiveNetwork of(Network network, Weights weights) {
        Network live = network.live();
        return new PositiveNetwork(passing(live), positive(live, weights));
    }

    private static Network passing(Network live) {
        Map<String, String> sources = new HashMap<>();
        List<Node> kept = new ArrayList<>();
        for (Node node : live.nodes()) {
            List<String> inputs = node.inputs().stream().map(sources::get).toList();
            if (passes(node, live)) {
                sources.put(node.name(), inputs.get(0));
            } else {
                sources.put(node.name(), node.name());
                kept.add(new Node(node.name(), node.op(), inputs, node.inputShapes(), node.shape(), node.owner()));
            }
        }
        return new Network(kept, live.outputs().stream().map(sources::get).toList());
    }

    /** Whether a node gives on what it reads. */
    private static boolean passes(Node node, Network live) {
        Op op = node.op();
        boolean norm = op instanceof BatchNorm || op instanceof GroupNorm || op instanceof ChannelNorm;
        return norm || op instanceof Activate activate && !(bounds(activate.function()) && isGate(node, live));
    }

    private static boolean bounds(Activation function) {
        return switch (function) {
            case SIGMOID, HARD_SIGMOID -> true;
            case RELU, RELU6, LEAKY_RELU, SILU, MISH, HARD_SWISH, EXP -> false;
        };
    }

    private static boolean isGate(Node node, Network live) {
        return live.nodes().stream()
                .anyMatch(reader ->
                        reader.op() instanceof Multiply && reader.inputs().contains(node.name()));
    }

    private static Weights positive(Network live, Weights weights) {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        for (Node node : live.nodes()) {
            for (Weight weight : node.weights()) {
                Tensor given = weights.tensor(node, weight);
                float[] values = new float[given.values().length];
                if (flows(weight.role())) {
                    for (int i = 0; i < values.length; i++) {
                        values[i] = Math.abs(given.values()[i]);
                    }
                }
                tensors.put(node.key(weight), new Tensor(given.dimensions(), values));
            }
        }
        return new Weights(tensors);
    }

    /** Whether a tensor multiplies what comes to it; what is added instead is left out. */
    private static boolean flows(Weight.Role role) {
        return switch (role) {
            case KERNEL, INTERPOLATION, GAIN -> true;
            case BIAS, OFFSET, MEAN, VARIANCE -> false;
        };
    }
}
