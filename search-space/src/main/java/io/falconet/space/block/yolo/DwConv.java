package io.falconet.space.block.yolo;

import io.falconet.space.block.Block;
import io.falconet.space.block.ConvUnit;
import io.falconet.space.graph.Activation;
import io.falconet.space.graph.Conv;
import io.falconet.space.graph.NetworkBuilder;
import io.falconet.space.graph.Node;
import java.math.BigInteger;
import java.util.Optional;

/**
 * YOLOv5's DWConv: a unit with as many groups as input and output channels have as greatest common divisor, which is
 * depthwise where the two are equal.
 *
 * @param channels output channels
 * @param kernel side of the kernel
 * @param stride step of the convolution
 * @param activation applied last; empty gives a linear unit
 */
public record DwConv(int channels, int kernel, int stride, Optional<Activation> activation) implements Block {
    @Override
    public Node append(NetworkBuilder network, Node in) {
        int groups = BigInteger.valueOf(channels)
                .gcd(BigInteger.valueOf(in.shape().channels()))
                .intValue();
        Conv conv = new Conv(channels, kernel, stride, kernel / 2, groups, false);
        return new ConvUnit(conv, activation).append(network, in);
    }
}
