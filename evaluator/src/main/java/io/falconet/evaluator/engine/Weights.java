package io.falconet.evaluator.engine;

import io.falconet.space.graph.Network;
import io.falconet.space.graph.Node;
import io.falconet.space.graph.Weight;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The tensors of a network by {@linkplain Node#key full name}, in the order of its nodes: learned values and running
 * statistics alike. What was trained reaches every export under these names.
 *
 * @param tensors by key
 */
public record Weights(Map<String, Tensor> tensors) {
    public Weights {
        tensors = Collections.unmodifiableMap(new LinkedHashMap<>(tensors));
    }

    /**
     * The weights from which a training starts. Kernels are normal with variance {@code 2 / fan-in} (He et al., 2015),
     * norms are the identity, biases zero. The seed and the order of the nodes alone decide, bit for bit.
     */
    public static Weights initial(Network network, long seed) {
        return new Weights(new Initialization(seed).of(network));
    }

    /**
     * Reads the safetensors format.
     *
     * @throws IllegalArgumentException if the bytes are not in that format, or not 32-bit floats
     */
    public static Weights load(byte[] safetensors) {
        return Safetensors.read(safetensors);
    }

    /** Writes the safetensors format. Equal weights give equal bytes. */
    public byte[] save() {
        return Safetensors.write(this);
    }

    /** The tensor of that name. */
    public Tensor tensor(String key) {
        Tensor tensor = tensors.get(key);
        if (tensor == null) {
            throw new IllegalArgumentException(
                    "No tensor is named %s. Maybe the weights are of another network.".formatted(key));
        }
        return tensor;
    }

    /** The tensor of one of a node's weights. */
    public Tensor tensor(Node node, Weight weight) {
        Tensor tensor = tensor(node.key(weight));
        if (!tensor.dimensions().equals(weight.dimensions())) {
            throw new IllegalArgumentException(
                    "%s needs dimensions %s, found %s. Maybe the weights are of another network."
                            .formatted(node.key(weight), weight.dimensions(), tensor.dimensions()));
        }
        return tensor;
    }

    /**
     * Makes sure that these are the weights of all of these networks together: a tensor for each weight of their nodes, of its
     * dimensions, and no other.
     *
     * @throws IllegalArgumentException if not; the message names the first tensor that is missing, of other dimensions or too
     *     many
     */
    public void check(List<Network> networks) {
        Set<String> known = new HashSet<>();
        for (Network network : networks) {
            for (Node node : network.nodes()) {
                for (Weight weight : node.weights()) {
                    tensor(node, weight);
                    known.add(node.key(weight));
                }
            }
        }
        for (String key : tensors.keySet()) {
            if (!known.contains(key)) {
                throw new IllegalArgumentException(
                        "The network has no tensor named %s, which the weights have. Maybe the weights are of another network."
                                .formatted(key));
            }
        }
    }

    /** These weights with some tensors replaced or added. */
    public Weights with(Map<String, Tensor> others) {
        Map<String, Tensor> all = new LinkedHashMap<>(tensors);
        all.putAll(others);
        return new Weights(all);
    }
}
