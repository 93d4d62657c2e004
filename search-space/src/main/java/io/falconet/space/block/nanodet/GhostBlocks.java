package io.falconet.space.block.nanodet;

import io.falconet.space.block.Block;
import io.falconet.space.block.ghost.GhostBottleneck;
import io.falconet.space.graph.Activation;
import io.falconet.space.graph.Add;
import io.falconet.space.graph.Conv;
import io.falconet.space.graph.NetworkBuilder;
import io.falconet.space.graph.Node;

/**
 * Ghost bottlenecks in a row, as NanoDet-Plus fuses maps with them.
 *
 * @param channels output channels of each
 * @param expansion how many times wider each is inside
 * @param kernel side of the depthwise kernels that pass by
 * @param depth how many bottlenecks
 * @param residual whether the input is added at the end, through a 1x1 convolution with bias and an activation
 * @param activation in the bottlenecks
 */
public record GhostBlocks(int channels, int expansion, int kernel, int depth, boolean residual, Activation activation)
        implements Block {
    /** One bottleneck of constant width, as published. */
    public static GhostBlocks of(int channels, int kernel, Activation activation) {
        return new GhostBlocks(channels, 1, kernel, 1, false, activation);
    }

    @Override
    public Node append(NetworkBuilder network, Node in) {
        Node map = in;
        for (int i = 0; i < depth; i++) {
            map = new GhostBottleneck(channels * expansion, channels, kernel, 1, 3, false, activation)
                    .append(network.scope("blocks").scope(Integer.toString(i)), map);
        }
        return residual ? network.add("add", new Add(), map, reduced(network.scope("reduce_conv"), in)) : map;
    }

    private Node reduced(NetworkBuilder network, Node in) {
        return network.activate(network.conv(in, Conv.pointwiseWithBias(channels)), activation);
    }
}
