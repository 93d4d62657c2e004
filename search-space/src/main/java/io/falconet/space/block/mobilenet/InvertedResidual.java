package io.falconet.space.block.mobilenet;

import io.falconet.space.block.Block;
import io.falconet.space.block.LinearSqueezeExcite;
import io.falconet.space.block.NumberedUnit;
import io.falconet.space.graph.Activate;
import io.falconet.space.graph.Activation;
import io.falconet.space.graph.Add;
import io.falconet.space.graph.Conv;
import io.falconet.space.graph.NetworkBuilder;
import io.falconet.space.graph.Node;

/**
 * MobileNetV3's inverted residual (Howard et al., 2019) as its PyTorch reimplementation has it: a 1x1 convolution widens,
 * a depthwise one takes the step, a linear 1x1 one narrows; the input is added where nothing changed its shape. Squeeze
 * and excitation stands before the depthwise convolution's activation; where the block does not widen, there is no first
 * convolution, and squeeze and excitation stands after the activation.
 *
 * @param hidden channels of the depthwise convolution
 * @param channels output channels
 * @param kernel side of the depthwise kernel
 * @param stride 1 or 2
 * @param squeezeExcite whether the hidden channels are gated
 * @param activation hard swish in the later blocks, ReLU in the earlier
 */
public record InvertedResidual(
        int hidden, int channels, int kernel, int stride, boolean squeezeExcite, Activation activation)
        implements Block {
    private static final int REDUCTION = 4;

    @Override
    public Node append(NetworkBuilder network, Node in) {
        NetworkBuilder row = network.scope("conv");
        Node out = in.shape().channels() == hidden ? keep(row, in) : widen(row, in);
        boolean same = stride == 1 && in.shape().channels() == channels;
        return same ? network.add("add", new Add(), in, out) : out;
    }

    private Node keep(NetworkBuilder row, Node in) {
        Node filtered = NumberedUnit.of(0, depthwise(), activation).append(row, in);
        return NumberedUnit.linear(4, Conv.dense(channels, 1, 1)).append(row, gated(row.scope("3"), filtered));
    }

    private Node widen(NetworkBuilder row, Node in) {
        Node wide = NumberedUnit.of(0, Conv.dense(hidden, 1, 1), activation).append(row, in);
        Node filtered = NumberedUnit.linear(3, depthwise()).append(row, wide);
        Node active = row.add("6", new Activate(activation), gated(row.scope("5"), filtered));
        return NumberedUnit.linear(7, Conv.dense(channels, 1, 1)).append(row, active);
    }

    private Conv depthwise() {
        return Conv.depthwise(hidden, kernel, stride);
    }

    private Node gated(NetworkBuilder network, Node map) {
        return squeezeExcite ? LinearSqueezeExcite.of(hidden, REDUCTION).append(network, map) : map;
    }
}
