package io.falconet.space.catalog;

import io.falconet.space.graph.NetworkBuilder;
import io.falconet.space.graph.Node;
import java.util.List;

/** A block that reads one map or several and gives one or several. */
@FunctionalInterface
public interface CatalogPart {
    /**
     * Appends the part without a scope of its own.
     *
     * @param inputs in the order of the authors' forward call
     * @return the outputs in the order in which the authors' code returns them
     */
    List<Node> append(NetworkBuilder network, List<Node> inputs);
}
