package io.falconet.evaluator.export;

import io.falconet.space.graph.BatchNorm;
import io.falconet.space.graph.Conv;
import io.falconet.space.graph.Network;
import io.falconet.space.graph.Node;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Which batch norms vanish into the convolution before them: those that alone read it. In inference a norm is {@code (x -
 * mean) gain / sqrt(variance + epsilon) + offset}, which is linear, so that kernel and bias can take it over.
 */
public final class NormFolding {
    private final Map<String, Node> normByConv = new HashMap<>();

    /** Finds the foldable norms. Linear in the network's nodes. */
    public NormFolding(Network network) {
        Map<String, Integer> readers = new HashMap<>();
        Map<String, Node> byName = new HashMap<>();
        for (Node node : network.nodes()) {
            byName.put(node.name(), node);
            node.inputs().forEach(input -> readers.merge(input, 1, Integer::sum));
        }
        network.outputs().forEach(output -> readers.merge(output, 1, Integer::sum));
        for (Node node : network.nodes()) {
            if (node.op() instanceof BatchNorm) {
                Node source = byName.get(node.inputs().get(0));
                if (source.op() instanceof Conv && readers.get(source.name()) == 1) {
                    normByConv.put(source.name(), node);
                }
            }
        }
    }

    /** The norm that the convolution takes over, if any. */
    public Optional<Node> normOf(Node conv) {
        return Optional.ofNullable(normByConv.get(conv.name()));
    }

    /** Whether a convolution takes the norm over. */
    public boolean folds(Node norm) {
        return norm.equals(normByConv.get(norm.inputs().get(0)));
    }
}
