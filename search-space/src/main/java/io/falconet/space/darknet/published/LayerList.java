package io.falconet.space.darknet.published;

import io.falconet.space.block.AnchorFormat.Anchor;
import io.falconet.space.block.AnchorFormat.Sides;
import io.falconet.space.darknet.Convolutional;
import io.falconet.space.darknet.DarknetLayer;
import io.falconet.space.darknet.DarknetModel;
import io.falconet.space.darknet.MaxPool;
import io.falconet.space.darknet.Route;
import io.falconet.space.darknet.Shortcut;
import io.falconet.space.darknet.Upsample;
import io.falconet.space.darknet.YoloOutput;
import io.falconet.space.graph.Activation;
import io.falconet.space.graph.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Layers one after the other. Each method appends some and gives the number of the last, by which others refer to it. */
final class LayerList {
    private static final int CLASSES = 80;

    private final List<DarknetLayer> layers;
    private final Activation activation;

    private LayerList(List<DarknetLayer> layers, Activation activation) {
        this.layers = layers;
        this.activation = activation;
    }

    /** An empty list whose convolutions have that activation. */
    static LayerList of(Activation activation) {
        return new LayerList(new ArrayList<>(), activation);
    }

    /** The same list, whose convolutions from here on have another activation. */
    LayerList with(Activation other) {
        return new LayerList(layers, other);
    }

    private int add(DarknetLayer layer) {
        layers.add(layer);
        return layers.size() - 1;
    }

    /** A convolution that keeps the area. */
    int conv(int filters, int size) {
        return conv(filters, size, 1);
    }

    int conv(int filters, int size, int stride) {
        return add(Convolutional.normed(filters, size, stride, activation));
    }

    /** 1x1 convolutions to the first width and 3x3 ones to the second in turn, starting and ending with a 1x1. */
    int alternate(int narrow, int wide, int count) {
        for (int i = 0; i < count; i++) {
            conv(i % 2 == 0 ? narrow : wide, i % 2 == 0 ? 1 : 3);
        }
        return layers.size() - 1;
    }

    /** Residual units: a 1x1 convolution, a 3x3 convolution and the sum with what came before. */
    int residuals(int narrow, int wide, int count) {
        for (int i = 0; i < count; i++) {
            conv(narrow, 1);
            conv(wide, 3);
            add(Shortcut.from(-3));
        }
        return layers.size() - 1;
    }

    int pool(int size, int stride) {
        return add(MaxPool.of(size, stride));
    }

    int upsample() {
        return add(new Upsample(2));
    }

    int route(Integer... numbers) {
        return add(Route.to(List.of(numbers)));
    }

    /** The second half of the channels of the layer before. */
    int secondHalf() {
        return add(new Route(List.of(-1), 2, 1));
    }

    /** Spatial pyramid pooling: the layer before, pooled over 5, 9 and 13 cells and stacked with itself. */
    int pyramid() {
        int map = layers.size() - 1;
        int five = pool(5, 1);
        route(map);
        int nine = pool(9, 1);
        route(map);
        return route(pool(13, 1), nine, five, map);
    }

    /** A 1x1 convolution of the layer before, read as boxes of darknet's exponential sides. */
    int detect(List<Anchor> anchors, double reach) {
        return detect(new YoloOutput(anchors, CLASSES, reach, Sides.EXPONENTIAL), Optional.empty());
    }

    /** The same as {@code new_coords} has it: a sigmoid after the convolution, squared sides. */
    int detectSquared(List<Anchor> anchors) {
        return detect(new YoloOutput(anchors, CLASSES, 2, Sides.SQUARED), Optional.of(Activation.SIGMOID));
    }

    private int detect(YoloOutput yolo, Optional<Activation> last) {
        add(Convolutional.predicting(yolo.filters(), last));
        return add(yolo);
    }

    /** The model, published for square images. */
    DarknetModel model(int side) {
        return new DarknetModel(Shape.image(side, side), layers);
    }

    /** Anchors from widths and heights in turn, in pixels. */
    static List<Anchor> anchors(int... sizes) {
        return IntStream.range(0, sizes.length / 2)
                .mapToObj(i -> new Anchor(sizes[2 * i], sizes[2 * i + 1]))
                .toList();
    }
}
