package io.falconet.space.block;

import io.falconet.space.graph.NetworkBuilder;
import io.falconet.space.graph.Node;
import java.util.List;

/** Extracts feature maps from an image. */
public interface Backbone {
    /**
     * Appends the backbone.
     *
     * @return the feature maps for the neck, finest first, each half the area's side of the one before
     */
    List<Node> append(NetworkBuilder network, Node image);
}
