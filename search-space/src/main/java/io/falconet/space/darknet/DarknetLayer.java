package io.falconet.space.darknet;

import io.falconet.space.graph.NetworkBuilder;
import io.falconet.space.graph.Node;
import java.util.ArrayList;
import java.util.List;

/**
 * A layer of a darknet model. Layers are numbered from 0; a reference to one counts back from the layer itself where it is
 * negative: -1 is the layer before.
 */
public sealed interface DarknetLayer
        permits AveragePool,
                Convolutional,
                Dropout,
                MaxPool,
                Route,
                ScaleChannels,
                Shortcut,
                SpatialAttention,
                Upsample,
                YoloOutput {
    /** Whether the layer reads the one before it, or the image if it is the first. */
    default boolean readsPrevious() {
        return true;
    }

    /** The other layers that it reads, as written. */
    default List<Integer> references() {
        return List.of();
    }

    /** The numbers of all layers that it reads where it is itself of that number; -1 is the image. */
    default List<Integer> reads(int number) {
        List<Integer> reads = new ArrayList<>();
        if (readsPrevious()) {
            reads.add(number - 1);
        }
        references().forEach(reference -> reads.add(reference < 0 ? number + reference : reference));
        return reads;
    }

    /**
     * Appends the layer.
     *
     * @param inputs the outputs of the layers that it {@link #reads}, in that order
     * @return what the layer gives
     * @throws io.falconet.space.graph.ShapeException if the layer cannot take these inputs
     */
    Node append(NetworkBuilder network, List<Node> inputs);
}
