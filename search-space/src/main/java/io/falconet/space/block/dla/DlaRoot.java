package io.falconet.space.block.dla;

import io.falconet.space.block.ConvUnit;
import io.falconet.space.graph.Activation;
import io.falconet.space.graph.Add;
import io.falconet.space.graph.Concat;
import io.falconet.space.graph.Conv;
import io.falconet.space.graph.NetworkBuilder;
import io.falconet.space.graph.Node;
import java.util.List;

/**
 * DLA's root (Yu et al., 2018): joins the maps of a tree by concatenation and a 1x1 convolution.
 *
 * @param channels output channels
 * @param residual whether the first child, the deepest map, is added before the activation; its channels are the output's
 * @param activation applied last
 */
public record DlaRoot(int channels, boolean residual, Activation activation) {
    /**
     * Appends the root.
     *
     * @param children maps of one area, the deepest first
     */
    public Node append(NetworkBuilder network, List<Node> children) {
        Node joined = network.add("concat", new Concat(), children.toArray(Node[]::new));
        Node mixed = ConvUnit.linear(Conv.dense(channels, 1, 1)).append(network, joined);
        Node sum = residual ? network.add("add", new Add(), mixed, children.get(0)) : mixed;
        return network.activate(sum, activation);
    }
}
