package io.falconet.space.darknet;

import io.falconet.space.graph.NetworkBuilder;
import io.falconet.space.graph.Node;
import io.falconet.space.graph.Resize;
import java.util.List;

/**
 * Darknet's {@code [upsample]}, to the nearest: node {@code up}.
 *
 * @param stride how many times larger each side becomes
 */
public record Upsample(int stride) implements DarknetLayer {
    @Override
    public Node append(NetworkBuilder network, List<Node> inputs) {
        return network.add("up", new Resize(Resize.Mode.NEAREST, stride), inputs.get(0));
    }
}
