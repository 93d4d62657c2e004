package io.falconet.space.block.yolo;

import io.falconet.space.block.Block;
import io.falconet.space.block.ConvUnit;
import io.falconet.space.graph.Activation;
import io.falconet.space.graph.Concat;
import io.falconet.space.graph.Conv;
import io.falconet.space.graph.NetworkBuilder;
import io.falconet.space.graph.Node;
import java.util.Optional;

/**
 * YOLOv5's GhostConv, after the ghost module (Han et al., 2020): a convolution gives half of the channels, a 5x5 depthwise
 * convolution of those the other half.
 *
 * @param channels output channels, even
 * @param kernel side of the dense kernel
 * @param stride step of the dense convolution
 * @param activation after both norms; empty gives a linear block
 */
public record YoloGhostConv(int channels, int kernel, int stride, Optional<Activation> activation) implements Block {
    @Override
    public Node append(NetworkBuilder network, Node in) {
        int half = channels / 2;
        Node dense = new ConvUnit(Conv.dense(half, kernel, stride), activation).append(network.scope("cv1"), in);
        Node cheap = new ConvUnit(Conv.depthwise(half, 5, 1), activation).append(network.scope("cv2"), dense);
        return network.add("concat", new Concat(), dense, cheap);
    }
}
