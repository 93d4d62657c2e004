package io.falconet.space.zoo;

import io.falconet.space.block.dla.Dla;
import io.falconet.space.block.dla.DlaUp;
import io.falconet.space.graph.Activation;
import io.falconet.space.graph.Conv;
import io.falconet.space.graph.GlobalPool;
import io.falconet.space.graph.NetworkBuilder;
import io.falconet.space.graph.Node;
import io.falconet.space.graph.Shape;
import io.falconet.space.graph.TransposedConv;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Deep layer aggregation (Yu et al., 2018) by its authors: as classifier, as backbone, whose last layer is there and never
 * runs, and as segmenter.
 *
 * @param levels the network up to stride 32
 */
record DlaNets(Dla levels) {
    private static final int IMAGENET = 1000;
    private static final int COARSEST = 5;

    /** The level, at stride 2, from which on the segmenter's decoder joins. */
    private static final int FIRST_DECODED = 1;

    /** Scores of one image. */
    ZooNetwork classifier(Shape image, int classes) {
        NetworkBuilder network = NetworkBuilder.of(image);
        Node scores = scores(network, levels.append(network, network.input()), classes);
        return ZooNetwork.classifier(network.build(List.of(scores)));
    }

    /** The maps of all six levels. */
    ZooNetwork features(Shape image, int classes) {
        NetworkBuilder network = NetworkBuilder.of(image);
        List<Node> maps = levels.append(network, network.input());
        scores(network.idle(), maps, classes == 0 ? IMAGENET : classes);
        return ZooNetwork.maps(network.build(maps));
    }

    private static Node scores(NetworkBuilder network, List<Node> maps, int classes) {
        Node mean = network.add("avgpool", new GlobalPool(), maps.get(COARSEST));
        return network.add("fc", Conv.pointwiseWithBias(classes), mean);
    }

    /**
     * Scores of each pixel, and beside them those of each second pixel, out of which they are interpolated. The published
     * code takes the logarithm of the former's softmax, which changes no order and is left out.
     */
    ZooNetwork segmenter(Shape image, int classes) {
        NetworkBuilder network = NetworkBuilder.of(image);
        NetworkBuilder base = network.scope("base");
        List<Node> maps = levels.append(base, network.input());
        scores(base.idle(), maps, IMAGENET);
        List<Integer> widths = levels.widths().subList(FIRST_DECODED, maps.size());
        List<Integer> strides =
                IntStream.range(0, widths.size()).mapToObj(i -> 1 << i).toList();
        Node decoded = new DlaUp(widths, strides, Activation.RELU)
                .append(network.scope("dla_up"), maps.subList(FIRST_DECODED, maps.size()))
                .get(0);
        Node half = network.scope("fc").add("0", Conv.pointwiseWithBias(classes), decoded);
        Node whole = network.add("up", TransposedConv.interpolate(classes, 1 << FIRST_DECODED), half);
        return ZooNetwork.maps(network.build(List.of(whole, half)));
    }
}
