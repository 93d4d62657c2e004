package io.falconet.evaluator.verify;

import io.falconet.evaluator.engine.Tensor;
import io.falconet.evaluator.engine.Weights;
import io.falconet.space.catalog.AuthorsNames;
import io.falconet.space.graph.Network;
import io.falconet.space.graph.Node;
import io.falconet.space.graph.Weight;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A network of the catalog that may be the reference's.
 *
 * @param name for messages
 * @param names how the authors' tensors are called in it
 */
record Candidate(String name, Network network, AuthorsNames names) {
    /**
     * The reference's tensors under the catalog's names: all of them, each of the right shape, none left over on either
     * side.
     *
     * @throws VectorException if they are another network's
     */
    Weights weights(FilledState state) {
        Map<String, Weight> expected = expected();
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        state.tensors().forEach((authors, tensor) -> {
            String key = names.inCatalog(authors);
            Weight weight = expected.get(key);
            if (weight == null) {
                throw new VectorException(
                        "Expected a tensor of %s for %s of the reference, found none named %s. Maybe the catalog lacks a part, or a rule for its name."
                                .formatted(name, authors, key));
            }
            if (!trimmed(weight.dimensions()).equals(trimmed(tensor.dimensions()))) {
                throw new VectorException("Expected %s of %s, found %s of %s in %s. Maybe an argument was read wrongly."
                        .formatted(authors, tensor.dimensions(), key, weight.dimensions(), name));
            }
            if (tensors.put(key, new Tensor(weight.dimensions(), tensor.values())) != null) {
                throw new VectorException(
                        "Expected a tensor of its own for %s of the reference, found %s in %s taken. Maybe a rule for names is too wide."
                                .formatted(authors, key, name));
            }
        });
        Set<String> without = new LinkedHashSet<>(expected.keySet());
        without.removeAll(tensors.keySet());
        if (!without.isEmpty()) {
            throw new VectorException(
                    "Expected values for all tensors of %s, found none in the reference for %s. Maybe the reference is of another size or version."
                            .formatted(name, without));
        }
        return new Weights(tensors);
    }

    private Map<String, Weight> expected() {
        Map<String, Weight> weights = new LinkedHashMap<>();
        for (Node node : network.nodes()) {
            node.weights().forEach(weight -> weights.put(node.key(weight), weight));
        }
        return weights;
    }

    /** A fully connected layer and a 1x1 convolution hold the same values; so do a number and a list of one. */
    private static List<Integer> trimmed(List<Integer> dimensions) {
        List<Integer> trimmed = new ArrayList<>(dimensions);
        while (!trimmed.isEmpty() && trimmed.get(trimmed.size() - 1) == 1) {
            trimmed.remove(trimmed.size() - 1);
        }
        return trimmed;
    }
}
