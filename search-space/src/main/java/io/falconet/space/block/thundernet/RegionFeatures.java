package io.falconet.space.block.thundernet;

import io.falconet.space.block.Block;
import io.falconet.space.graph.Activate;
import io.falconet.space.graph.Activation;
import io.falconet.space.graph.Conv;
import io.falconet.space.graph.NetworkBuilder;
import io.falconet.space.graph.Node;

/**
 * What ThunderNet's proposals are predicted from (Qin et al., 2019): a 5x5 depthwise convolution and a 1x1 convolution,
 * both with bias, batch norm and ReLU.
 *
 * @param width output channels
 */
public record RegionFeatures(int width) implements Block {
    @Override
    public Node append(NetworkBuilder network, Node in) {
        int channels = in.shape().channels();
        Node filtered = network.add("dw5_5", new Conv(channels, 5, 1, 2, channels, true), in);
        Node rectified = network.add("relu0", new Activate(Activation.RELU), network.norm("bn0", filtered));
        Node mixed = network.add("con1x1", Conv.pointwiseWithBias(width), rectified);
        return network.add("relu1", new Activate(Activation.RELU), network.norm("bn1", mixed));
    }
}
