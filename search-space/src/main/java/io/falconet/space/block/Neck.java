package io.falconet.space.block;

import io.falconet.space.graph.NetworkBuilder;
import io.falconet.space.graph.Node;
import java.util.List;

/** Fuses feature maps of several strides. */
public interface Neck {
    /**
     * Appends the neck.
     *
     * @param levels the backbone's maps, finest first
     * @return the fused maps, finest first
     */
    List<Node> append(NetworkBuilder network, List<Node> levels);
}
