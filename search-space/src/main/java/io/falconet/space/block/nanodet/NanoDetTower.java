package io.falconet.space.block.nanodet;

import io.falconet.space.block.Block;
import io.falconet.space.block.ConvUnit;
import io.falconet.space.block.DepthwiseSeparable;
import io.falconet.space.graph.Activation;
import io.falconet.space.graph.Conv;
import io.falconet.space.graph.NetworkBuilder;
import io.falconet.space.graph.Node;

/**
 * The units in a row that NanoDet's heads have before they predict.
 *
 * @param width channels of the units
 * @param depth how many units
 * @param kernel side of their kernel
 * @param separable whether they are depthwise separable; otherwise they are dense convolutions
 * @param activation in the units
 */
public record NanoDetTower(int width, int depth, int kernel, boolean separable, Activation activation)
        implements Block {
    /** Depthwise separable units with NanoDet's activation. */
    public static NanoDetTower of(int width, int depth, int kernel) {
        return new NanoDetTower(width, depth, kernel, true, Activation.LEAKY_RELU);
    }

    @Override
    public Node append(NetworkBuilder network, Node in) {
        Node map = in;
        for (int i = 0; i < depth; i++) {
            map = unit().append(network.scope(Integer.toString(i)), map);
        }
        return map;
    }

    private Block unit() {
        return separable
                ? new DepthwiseSeparable(width, kernel, 1, activation)
                : ConvUnit.of(Conv.dense(width, kernel, 1), activation);
    }
}
