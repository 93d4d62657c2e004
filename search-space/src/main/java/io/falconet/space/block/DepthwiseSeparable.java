package io.falconet.space.block;

import io.falconet.space.graph.Activation;
import io.falconet.space.graph.Conv;
import io.falconet.space.graph.NetworkBuilder;
import io.falconet.space.graph.Node;

/**
 * Depthwise separable unit (Howard et al., 2017): a depthwise convolution, then a 1x1 convolution, each with norm and
 * activation.
 *
 * @param channels output channels
 * @param kernel side of the depthwise kernel
 * @param stride step of the depthwise convolution
 * @param activation after both norms
 */
public record DepthwiseSeparable(int channels, int kernel, int stride, Activation activation) implements Block {
    @Override
    public Node append(NetworkBuilder network, Node in) {
        Conv depthwise = Conv.depthwise(in.shape().channels(), kernel, stride);
        Node filtered = ConvUnit.of(depthwise, activation).append(network.scope("depthwise"), in);
        return ConvUnit.of(Conv.dense(channels, 1, 1), activation).append(network.scope("pointwise"), filtered);
    }
}
