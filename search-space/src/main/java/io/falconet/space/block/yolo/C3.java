package io.falconet.space.block.yolo;

import io.falconet.space.block.Block;
import io.falconet.space.block.ConvUnit;
import io.falconet.space.graph.Activation;
import io.falconet.space.graph.Concat;
import io.falconet.space.graph.Conv;
import io.falconet.space.graph.NetworkBuilder;
import io.falconet.space.graph.Node;

/**
 * YOLOv5's C3, a cross stage partial block (Wang et al., 2020) of three 1x1 units: {@code cv1} leads into blocks in a row,
 * {@code cv2} passes them by, {@code cv3} mixes what the two give, in that order.
 *
 * @param channels output channels
 * @param hidden channels of each half, half of the output's in YOLOv5
 * @param inner keeps the hidden channels
 * @param depth how many inner blocks
 * @param activation in the three units
 */
public record C3(int channels, int hidden, Block inner, int depth, Activation activation) implements Block {
    /** The C3 of bottlenecks. */
    public static C3 of(int channels, int depth, boolean shortcut, Activation activation) {
        int half = channels / 2;
        return new C3(channels, half, Bottleneck.wide(half, shortcut, 1, activation), depth, activation);
    }

    @Override
    public Node append(NetworkBuilder network, Node in) {
        Node deep = pointwise(hidden).append(network.scope("cv1"), in);
        for (int i = 0; i < depth; i++) {
            deep = inner.append(network.scope("m").scope(Integer.toString(i)), deep);
        }
        Node beside = pointwise(hidden).append(network.scope("cv2"), in);
        Node joined = network.add("concat", new Concat(), deep, beside);
        return pointwise(channels).append(network.scope("cv3"), joined);
    }

    private ConvUnit pointwise(int outChannels) {
        return ConvUnit.of(Conv.dense(outChannels, 1, 1), activation);
    }
}
