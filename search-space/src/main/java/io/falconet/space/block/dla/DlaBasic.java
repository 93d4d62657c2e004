package io.falconet.space.block.dla;

import io.falconet.space.block.Block;
import io.falconet.space.block.ConvUnit;
import io.falconet.space.graph.Activation;
import io.falconet.space.graph.Add;
import io.falconet.space.graph.Conv;
import io.falconet.space.graph.NetworkBuilder;
import io.falconet.space.graph.Node;
import io.falconet.space.graph.Pool;

/**
 * DLA's basic node (Yu et al., 2018): two 3x3 convolutions and the input added before the last activation; pooled where
 * there is a step, projected by a 1x1 convolution where the width changes.
 *
 * @param channels output channels
 * @param stride 1 or 2
 * @param activation after the first norm and after the sum
 */
public record DlaBasic(int channels, int stride, Activation activation) implements Block {
    @Override
    public Node append(NetworkBuilder network, Node in) {
        Node first = ConvUnit.of(Conv.dense(channels, 3, stride), activation).append(network.scope("conv1"), in);
        Node second = ConvUnit.linear(Conv.dense(channels, 3, 1)).append(network.scope("conv2"), first);
        Node sum = network.add("add", new Add(), second, shortcut(network.scope("shortcut"), in));
        return network.activate(sum, activation);
    }

    private Node shortcut(NetworkBuilder network, Node in) {
        Node pooled = stride == 1 ? in : network.add("pool", new Pool(Pool.Kind.MAX, stride, stride, 0), in);
        return in.shape().channels() == channels ? pooled : network.convNorm(pooled, Conv.dense(channels, 1, 1));
    }
}
