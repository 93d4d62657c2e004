package io.falconet.space.darknet;

import io.falconet.space.block.AnchorFormat;
import io.falconet.space.block.Detector;
import io.falconet.space.graph.Network;
import io.falconet.space.graph.NetworkBuilder;
import io.falconet.space.graph.Node;
import io.falconet.space.graph.Shape;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A detector as darknet describes it. The nodes of layer n are named {@code model.n.…}, counted as darknet counts: {@code
 * model.0.conv}, {@code model.0.bn}, {@code model.9.pool}. Batch norms have darknet's epsilon, 1e-5.
 *
 * @param image the images that it is meant for
 * @param layers in order; at least one {@link YoloOutput}
 */
public record DarknetModel(Shape image, List<DarknetLayer> layers) {
    /** A {@code [yolo]} layer in a built network. */
    private record Level(YoloOutput yolo, Node node) {
        int height() {
            return node.shape().height();
        }
    }

    public DarknetModel {
        layers = List.copyOf(layers);
        if (layers.stream().noneMatch(YoloOutput.class::isInstance)) {
            throw new IllegalArgumentException("A detector needs at least 1 [yolo] layer, found none.");
        }
    }

    /** The detector for the images that it is meant for. */
    public Detector detector() {
        return detector(image);
    }

    /**
     * The detector for other images. Its outputs are the logits that the {@code [yolo]} layers read, finest first.
     *
     * @throws io.falconet.space.graph.ShapeException if the layers do not fit that size
     */
    public Detector detector(Shape size) {
        NetworkBuilder network = NetworkBuilder.of(size);
        List<Level> levels = append(network);
        levels.sort(Comparator.comparingInt(Level::height).reversed());
        Network built = network.build(levels.stream().map(Level::node).toList());
        List<String> logits =
                levels.stream().map(level -> level.yolo().logits(level.node())).toList();
        return new Detector(new Network(built.nodes(), logits), format(size, levels));
    }

    /** The shapes of the maps that the {@code [yolo]} layers read, in the order of the layers. */
    public List<Shape> outputs(Shape size) {
        return append(NetworkBuilder.of(size)).stream()
                .map(level -> level.node().shape())
                .toList();
    }

    private List<Level> append(NetworkBuilder network) {
        LayerChain chain = new LayerChain(network);
        List<Level> levels = new ArrayList<>();
        for (DarknetLayer layer : layers) {
            chain.append(layer);
            if (layer instanceof YoloOutput yolo) {
                levels.add(new Level(yolo, chain.at(chain.next() - 1).orElseThrow()));
            }
        }
        return levels;
    }

    private static AnchorFormat format(Shape image, List<Level> levels) {
        YoloOutput first = levels.get(0).yolo();
        return new AnchorFormat(
                first.classes(),
                first.sides(),
                levels.stream()
                        .map(level -> new AnchorFormat.Level(
                                image.height() / level.height(),
                                level.yolo().reach(),
                                level.yolo().anchors()))
                        .toList());
    }

    /** The same model for another number of classes: each {@code [yolo]} and the filters of the convolution before it. */
    public DarknetModel withClasses(int classes) {
        List<DarknetLayer> others = new ArrayList<>(layers);
        for (int i = 1; i < others.size(); i++) {
            if (others.get(i) instanceof YoloOutput yolo) {
                others.set(i, yolo.withClasses(classes));
                if (others.get(i - 1) instanceof Convolutional predicting) {
                    others.set(
                            i - 1,
                            predicting.withFilters(yolo.withClasses(classes).filters()));
                }
            }
        }
        return new DarknetModel(image, others);
    }
}
