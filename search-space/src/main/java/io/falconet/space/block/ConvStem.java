package io.falconet.space.block;

import io.falconet.space.graph.Activation;
import io.falconet.space.graph.Conv;
import io.falconet.space.graph.NetworkBuilder;
import io.falconet.space.graph.Node;

/**
 * A stem that learns both of its steps, so that what is smaller than a pooling window is not lost: a 3x3 convolution of
 * stride 2, then a depthwise separable unit of stride 2. Gives a map of stride 4.
 *
 * @param channels output channels of both
 * @param activation after each norm
 */
public record ConvStem(int channels, Activation activation) implements Block {
    @Override
    public Node append(NetworkBuilder network, Node in) {
        Node half = ConvUnit.of(Conv.dense(channels, 3, 2), activation).append(network.scope("0"), in);
        return new DepthwiseSeparable(channels, 3, 2, activation).append(network.scope("1"), half);
    }
}
