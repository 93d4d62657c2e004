package io.falconet.space.block.yolo;

import io.falconet.space.block.Block;
import io.falconet.space.block.ConvUnit;
import io.falconet.space.graph.Activation;
import io.falconet.space.graph.Conv;
import io.falconet.space.graph.NetworkBuilder;
import io.falconet.space.graph.Node;

/**
 * YOLOv5's stem since its release 6: a 6x6 convolution of stride 2, then a stage of depth 1. Gives a map of stride 4.
 *
 * @param channels output channels, even; the first convolution has half of them
 * @param parts of the stage
 * @param activation of the first convolution
 */
public record YoloStem(int channels, YoloParts parts, Activation activation) implements Block {
    @Override
    public Node append(NetworkBuilder network, Node in) {
        Conv first = new Conv(channels / 2, 6, 2, 2, 1, false);
        Node half = ConvUnit.of(first, activation).append(network.scope("0"), in);
        return parts.stage(channels, 1).append(network.scope("1"), half);
    }
}
