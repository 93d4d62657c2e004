package io.falconet.space.block.dla;

import io.falconet.space.block.Block;
import io.falconet.space.graph.Activate;
import io.falconet.space.graph.Activation;
import io.falconet.space.graph.Add;
import io.falconet.space.graph.Conv;
import io.falconet.space.graph.NetworkBuilder;
import io.falconet.space.graph.Node;
import io.falconet.space.graph.Pool;

/**
 * A node of DLA's trees (Yu et al., 2018): convolutions with norms, of which the last ends in the sum with a residual and
 * an activation.
 *
 * <p>As a block of its own the residual is the input, pooled where there is a step and projected where the width changes;
 * within a {@link PublishedTree} the tree gives it.
 *
 * @param kind which convolutions
 * @param channels output channels
 * @param stride 1 or 2
 * @param activation after each norm, and after the sum
 */
public record DlaNode(Kind kind, int channels, int stride, Activation activation) implements Block {
    private static final int CARDINALITY = 32;
    private static final int EXPANSION = 2;

    /** The three published nodes. */
    public enum Kind {
        /** Two 3x3 convolutions. */
        BASIC,
        /** 1x1, 3x3 and 1x1; half as wide inside. */
        BOTTLENECK,
        /** 1x1, 3x3 in 32 groups and 1x1, all of one width, a multiple of 32 (Xie et al., 2017). */
        BOTTLENECK_X
    }

    @Override
    public Node append(NetworkBuilder network, Node in) {
        return append(network, in, shortcut(network.scope("shortcut"), in));
    }

    /**
     * Appends the node.
     *
     * @param residual what is added, of the output's shape
     */
    public Node append(NetworkBuilder network, Node in, Node residual) {
        Node last =
                switch (kind) {
                    case BASIC -> basic(network, in);
                    case BOTTLENECK -> bottleneck(network, in, channels / EXPANSION, 1);
                    case BOTTLENECK_X -> bottleneck(network, in, channels, CARDINALITY);
                };
        return network.activate(network.add("add", new Add(), last, residual), activation);
    }

    private Node basic(NetworkBuilder network, Node in) {
        Node first = activate(network, 1, convNorm(network, 1, Conv.dense(channels, 3, stride), in));
        return convNorm(network, 2, Conv.dense(channels, 3, 1), first);
    }

    private Node bottleneck(NetworkBuilder network, Node in, int hidden, int groups) {
        Node first = activate(network, 1, convNorm(network, 1, Conv.dense(hidden, 1, 1), in));
        Conv spatial = new Conv(hidden, 3, stride, 1, groups, false);
        Node second = activate(network, 2, convNorm(network, 2, spatial, first));
        return convNorm(network, 3, Conv.dense(channels, 1, 1), second);
    }

    private static Node convNorm(NetworkBuilder network, int place, Conv conv, Node in) {
        return network.norm("bn" + place, network.add("conv" + place, conv, in));
    }

    private Node activate(NetworkBuilder network, int place, Node in) {
        return network.add("act" + place, new Activate(activation), in);
    }

    private Node shortcut(NetworkBuilder network, Node in) {
        Node pooled = stride == 1 ? in : network.add("pool", new Pool(Pool.Kind.MAX, stride, stride, 0), in);
        return in.shape().channels() == channels ? pooled : network.convNorm(pooled, Conv.dense(channels, 1, 1));
    }
}
