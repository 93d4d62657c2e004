package io.falconet.space.darknet;

import io.falconet.space.graph.Activation;
import io.falconet.space.graph.Multiply;
import io.falconet.space.graph.NetworkBuilder;
import io.falconet.space.graph.Node;
import java.util.List;
import java.util.Optional;

/**
 * Darknet's {@code [scale_channels]}: the layer before, a map of one cell, scales the channels of another layer, as in
 * squeeze and excitation. Nodes {@code multiply} and {@code act}.
 *
 * @param from the layer whose channels are scaled
 * @param activation of the product; empty is darknet's {@code linear}
 */
public record ScaleChannels(int from, Optional<Activation> activation) implements DarknetLayer {
    @Override
    public List<Integer> references() {
        return List.of(from);
    }

    @Override
    public Node append(NetworkBuilder network, List<Node> inputs) {
        Node scaled = network.add("multiply", new Multiply(), inputs.get(1), inputs.get(0));
        return activation.map(function -> network.activate(scaled, function)).orElse(scaled);
    }
}
