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
 * @param padding zeros added on each side, which enlarge the map; 0 in all published networks. The published code asks for
 *     a kernel and takes it for the padding alone
 * @param residual whether the first child, the deepest map, is added before the activation; its channels are the output's
 * @param activation applied last
 */
public record DlaRoot(int channels, int padding, boolean residual, Activation activation) {
    /** A root without padding. */
    public DlaRoot(int channels, boolean residual, Activation activation) {
        this(channels, 0, residual, activation);
    }

    /**
     * Appends the root.
     *
     * @param children maps of one area, the deepest first
     */
    public Node append(NetworkBuilder network, List<Node> children) {
        Node joined = network.add("concat", new Concat(), children.toArray(Node[]::new));
        Node mixed =
                ConvUnit.linear(new Conv(channels, 1, 1, padding, 1, false)).append(network, joined);
        Node sum = residual ? network.add("add", new Add(), mixed, children.get(0)) : mixed;
        return network.activate(sum, activation);
    }
}
