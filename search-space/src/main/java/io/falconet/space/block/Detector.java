package io.falconet.space.block;

import io.falconet.space.graph.BatchNorm;
import io.falconet.space.graph.Network;
import io.falconet.space.graph.NetworkBuilder;
import io.falconet.space.graph.Node;
import io.falconet.space.graph.Shape;
import java.util.List;

/**
 * A network that detects objects, and how to read what it says.
 *
 * @param network gives the outputs that the format reads
 * @param format how the outputs are read
 */
public record Detector(Network network, DetectionFormat format) {
    public Detector {
        if (network.outputs().size() != format.outputs()) {
            throw new IllegalArgumentException("A detector of strides %s needs %d outputs, found %d."
                    .formatted(
                            format.strides(),
                            format.outputs(),
                            network.outputs().size()));
        }
    }

    /**
     * The detector's identity: its {@linkplain Network#id() network's}, and how that is {@linkplain DetectionFormat#reading()
     * read}. NanoDet and NanoDet-Plus may build one network, and train it for different boxes.
     */
    public String id() {
        return format.reading().isEmpty() ? network.id() : network.id(format.reading());
    }

    /**
     * Composes backbone, neck and head into one network. Nodes are named {@code backbone.…}, {@code neck.…} and {@code
     * head.…}.
     *
     * @param image the shape of the images read
     * @throws io.falconet.space.graph.ShapeException if the parts do not fit, or the image is too small for the strides
     */
    public static Detector assemble(Backbone backbone, Neck neck, Head head, Shape image, int classes) {
        return assemble(backbone, neck, head, image, classes, BatchNorm.STANDARD);
    }

    /** The same with batch norms that have other constants than the standard ones. */
    public static Detector assemble(Backbone backbone, Neck neck, Head head, Shape image, int classes, BatchNorm norm) {
        NetworkBuilder network = NetworkBuilder.of(image, norm);
        List<Node> features = backbone.append(network.scope("backbone"), network.input());
        List<Node> fused = neck.append(network.scope("neck"), features);
        return of(network, head.append(network.scope("head"), fused, classes), head, classes);
    }

    /** The detector that a network becomes when a head has given its predictions. */
    public static Detector of(NetworkBuilder network, List<Node> predictions, Head head, int classes) {
        Shape image = network.input().shape();
        List<Integer> strides = predictions.stream()
                .map(prediction -> stride(image, prediction.shape()))
                .toList();
        return new Detector(network.build(predictions), head.format(classes, strides));
    }

    /**
     * How many pixels of the image a map's cell covers along a side: the power of two that comes nearest, for where sides
     * are odd, halving them gives a cell more or less.
     */
    public static int stride(Shape image, Shape map) {
        return 1 << (int) Math.round(Math.log((double) image.height() / map.height()) / Math.log(2));
    }
}
