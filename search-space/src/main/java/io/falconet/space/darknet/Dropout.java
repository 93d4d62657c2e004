package io.falconet.space.darknet;

import io.falconet.space.graph.NetworkBuilder;
import io.falconet.space.graph.Node;
import java.util.List;

/** Darknet's {@code [dropout]}, which does nothing once a model is trained: the layer before. */
public record Dropout() implements DarknetLayer {
    @Override
    public Node append(NetworkBuilder network, List<Node> inputs) {
        return inputs.get(0);
    }
}
