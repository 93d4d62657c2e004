package io.falconet.space.block;

import io.falconet.space.graph.NetworkBuilder;
import io.falconet.space.graph.Node;
import java.util.List;

/** Predicts objects from fused feature maps. */
public interface Head {
    /**
     * Appends the head.
     *
     * @param levels the neck's maps, finest first
     * @param classes how many kinds of object there are
     * @return the raw predictions of each level, in the order of the levels
     */
    List<Node> append(NetworkBuilder network, List<Node> levels, int classes);

    /** How the head's predictions are to be read. */
    DetectionFormat format(int classes, List<Integer> strides);
}
