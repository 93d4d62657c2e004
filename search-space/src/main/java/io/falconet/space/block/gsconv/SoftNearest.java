package io.falconet.space.block.gsconv;

import io.falconet.space.block.Block;
import io.falconet.space.graph.NetworkBuilder;
import io.falconet.space.graph.Node;
import io.falconet.space.graph.Resize;
import io.falconet.space.graph.Scale;

/**
 * Soft nearest interpolation (Li, 2024): enlargement to the nearest cell, scaled so that a cell's copies sum to the cell.
 *
 * @param factor how many times larger each side becomes
 */
public record SoftNearest(int factor) implements Block {
    @Override
    public Node append(NetworkBuilder network, Node in) {
        Node enlarged = network.add("us", new Resize(Resize.Mode.NEAREST, factor), in);
        return network.add("alpha", new Scale(1.0 / (factor * factor)), enlarged);
    }
}
