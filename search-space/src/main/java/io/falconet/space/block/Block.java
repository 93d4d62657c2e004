package io.falconet.space.block;

import io.falconet.space.graph.NetworkBuilder;
import io.falconet.space.graph.Node;

/** A recipe that appends operators to a network under construction. A block is a value and builds nothing by itself. */
public interface Block {
    /**
     * Appends the block's operators within the builder's scope.
     *
     * @return the node that gives the block's output
     * @throws io.falconet.space.graph.ShapeException if the block cannot take this input
     */
    Node append(NetworkBuilder network, Node in);
}
