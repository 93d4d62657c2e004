package io.falconet.space.zoo;

import io.falconet.space.block.DetectionFormat;
import io.falconet.space.block.Detector;
import io.falconet.space.graph.Complexity;
import io.falconet.space.graph.Network;
import java.util.Optional;

/**
 * A zoo model built for one image size and number of classes.
 *
 * @param network what is run
 * @param format how its outputs are read as objects; empty for classifiers and backbones
 * @param outputs what the model's own code returns
 */
public record ZooNetwork(Network network, Optional<DetectionFormat> format, OutputShapes outputs) {
    /** A detector. */
    public static ZooNetwork of(Detector detector, OutputShapes outputs) {
        return new ZooNetwork(detector.network(), Optional.of(detector.format()), outputs);
    }

    /** A classifier: its one output is a row of scores. */
    public static ZooNetwork classifier(Network network) {
        int classes = network.outputShapes().get(0).channels();
        return new ZooNetwork(network, Optional.empty(), OutputShapes.of(1, classes));
    }

    /** A backbone or any other network that gives maps. */
    public static ZooNetwork maps(Network network) {
        return new ZooNetwork(network, Optional.empty(), OutputShapes.maps(network));
    }

    /** What the model costs. */
    public Complexity complexity() {
        return Complexity.of(network);
    }
}
