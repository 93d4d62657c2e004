package io.falconet.space.block.yolo;

import io.falconet.space.block.Block;
import io.falconet.space.block.ConvUnit;
import io.falconet.space.graph.NetworkBuilder;
import io.falconet.space.graph.Node;
import io.falconet.space.graph.SpaceToDepth;

/**
 * Focus, YOLOv5's stem before its release 6: each square of 2x2 cells becomes one cell of four times the channels, then a
 * unit.
 *
 * @param unit on the smaller map
 */
public record Focus(ConvUnit unit) implements Block {
    @Override
    public Node append(NetworkBuilder network, Node in) {
        return unit.append(network.scope("conv"), network.add("slices", new SpaceToDepth(2), in));
    }
}
