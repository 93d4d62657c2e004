package io.falconet.space.block;

import io.falconet.space.graph.Network;
import java.util.List;
import java.util.Optional;

/**
 * How a detector's raw outputs are read as objects. Each family of detectors has its own format, and with it its loss,
 * assigner and decoding in the evaluator.
 */
public sealed interface DetectionFormat permits AnchorFormat, FcosFormat, GflFormat, ThunderNetFormat {
    /** How many kinds of object are told apart. */
    int classes();

    /** For each level of predictions, finest first, how many pixels of the image one cell covers along a side. */
    List<Integer> strides();

    /** How many outputs the network has; one for each level, unless the format says otherwise. */
    default int outputs() {
        return strides().size();
    }

    /** What is run on the regions that the network's outputs propose; empty where the outputs are all there is. */
    default Optional<Network> secondStage() {
        return Optional.empty();
    }

    /**
     * What tells detectors apart whose networks are the same: how the same outputs are read, where there is more than one
     * way. Empty for the way that the field knew first.
     */
    default String reading() {
        return "";
    }
}
