package io.falconet.space.darknet;

import io.falconet.space.graph.GlobalPool;
import io.falconet.space.graph.NetworkBuilder;
import io.falconet.space.graph.Node;
import java.util.List;

/** Darknet's {@code [avgpool]}: the mean of each channel over the whole area. Node {@code pool}. */
public record AveragePool() implements DarknetLayer {
    @Override
    public Node append(NetworkBuilder network, List<Node> inputs) {
        return network.add("pool", new GlobalPool(), inputs.get(0));
    }
}
