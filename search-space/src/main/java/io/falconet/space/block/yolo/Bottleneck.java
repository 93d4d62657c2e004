package io.falconet.space.block.yolo;

import io.falconet.space.block.Block;
import io.falconet.space.block.ConvUnit;
import io.falconet.space.graph.Activation;
import io.falconet.space.graph.Add;
import io.falconet.space.graph.Conv;
import io.falconet.space.graph.NetworkBuilder;
import io.falconet.space.graph.Node;

/**
 * YOLOv5's bottleneck: a 1x1 unit, a 3x3 unit, and the input added where that is wanted and its channels fit.
 *
 * @param channels output channels
 * @param hidden channels between the two units
 * @param shortcut whether the input is added
 * @param groups of the 3x3 convolution
 * @param activation in both units
 */
public record Bottleneck(int channels, int hidden, boolean shortcut, int groups, Activation activation)
        implements Block {
    /** A bottleneck as wide inside as outside: what C3 and BottleneckCSP are made of. */
    public static Bottleneck wide(int channels, boolean shortcut, int groups, Activation activation) {
        return new Bottleneck(channels, channels, shortcut, groups, activation);
    }

    @Override
    public Node append(NetworkBuilder network, Node in) {
        Node narrow = ConvUnit.of(Conv.dense(hidden, 1, 1), activation).append(network.scope("cv1"), in);
        Conv conv = new Conv(channels, 3, 1, 1, groups, false);
        Node out = ConvUnit.of(conv, activation).append(network.scope("cv2"), narrow);
        boolean fits = in.shape().channels() == channels;
        return shortcut && fits ? network.add("add", new Add(), in, out) : out;
    }
}
