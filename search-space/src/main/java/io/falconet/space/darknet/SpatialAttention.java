package io.falconet.space.darknet;

import io.falconet.space.graph.Activation;
import io.falconet.space.graph.Multiply;
import io.falconet.space.graph.NetworkBuilder;
import io.falconet.space.graph.Node;
import java.util.List;
import java.util.Optional;

/**
 * Darknet's {@code [sam]}: the layer before is multiplied, value by value, with another layer of its shape. Nodes {@code
 * multiply} and {@code act}.
 *
 * @param from the other layer
 * @param activation of the product; empty is darknet's {@code linear}
 */
public record SpatialAttention(int from, Optional<Activation> activation) implements DarknetLayer {
    @Override
    public List<Integer> references() {
        return List.of(from);
    }

    @Override
    public Node append(NetworkBuilder network, List<Node> inputs) {
        Node product = network.add("multiply", new Multiply(), inputs.get(0), inputs.get(1));
        return activation.map(function -> network.activate(product, function)).orElse(product);
    }
}
