package io.falconet.space.zoo;

import io.falconet.space.block.DetectionFormat;
import io.falconet.space.block.Detector;
import io.falconet.space.graph.Complexity;
import io.falconet.space.graph.Network;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

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

    /** All that is run for an image: the network, and the second stage where there is one. */
    public List<Network> stages() {
        return Stream.concat(Stream.of(network), format.flatMap(DetectionFormat::secondStage).stream())
                .toList();
    }

    /** What the model costs, all stages together. */
    public Complexity complexity() {
        return stages().stream().map(Complexity::of).reduce(Complexity::plus).orElseThrow();
    }

    /** The model's identity: a detector's own, or that of the network where there is nothing to read as objects. */
    public String id() {
        return format.map(read -> new Detector(network, read).id()).orElseGet(network::id);
    }
}
