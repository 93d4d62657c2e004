package io.falconet.space.block.nanodet;

import io.falconet.space.block.Block;
import io.falconet.space.block.ConvUnit;
import io.falconet.space.graph.Activation;
import io.falconet.space.graph.Concat;
import io.falconet.space.graph.Conv;
import io.falconet.space.graph.NetworkBuilder;
import io.falconet.space.graph.Node;

/**
 * NanoDet-g's cross stage partial block (after Wang et al., 2020): a 3x3 convolution takes the step; its output goes
 * through residual units and a 3x3 convolution, and is joined to the result, which doubles the input's channels. A
 * residual unit is two 3x3 convolutions of half the width in a row, whose outputs are joined, the second first.
 *
 * @param residuals how many residual units
 * @param stride 1 or 2
 * @param activation after each norm
 */
public record CspBlock(int residuals, int stride, Activation activation) implements Block {
    @Override
    public Node append(NetworkBuilder network, Node in) {
        int channels = in.shape().channels();
        Node stepped = unit(channels, stride).append(network.scope("in_conv"), in);
        Node deep = stepped;
        for (int i = 0; i < residuals; i++) {
            deep = residual(network.scope("res_blocks").scope(Integer.toString(i)), deep);
        }
        Node mixed = unit(channels, 1).append(network.scope("res_out_conv"), deep);
        return network.add("concat", new Concat(), mixed, stepped);
    }

    private Node residual(NetworkBuilder network, Node in) {
        int half = in.shape().channels() / 2;
        Node first = unit(half, 1).append(network.scope("in_conv"), in);
        Node second = unit(half, 1).append(network.scope("mid_conv"), first);
        return network.add("concat", new Concat(), second, first);
    }

    private ConvUnit unit(int channels, int step) {
        return ConvUnit.of(Conv.dense(channels, 3, step), activation);
    }
}
