package io.falconet.space.darknet;

import io.falconet.space.graph.NetworkBuilder;
import io.falconet.space.graph.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A darknet model under construction, layer by layer. The nodes of layer n are named {@code model.n.…}. A layer that
 * cannot be built leaves a gap, and so do those that read it.
 */
final class LayerChain {
    private final NetworkBuilder network;
    private final List<Optional<Node>> layers = new ArrayList<>();

    LayerChain(NetworkBuilder network) {
        this.network = network;
    }

    /** The number of the layer that comes next. */
    int next() {
        return layers.size();
    }

    /** Leaves out a layer. */
    void gap() {
        layers.add(Optional.empty());
    }

    /**
     * Appends a layer.
     *
     * @throws io.falconet.space.graph.ShapeException if it cannot take its inputs; the layer is then not there
     */
    void append(DarknetLayer layer) {
        int number = next();
        List<Node> inputs = layer.reads(number).stream()
                .map(this::at)
                .flatMap(Optional::stream)
                .toList();
        boolean complete = inputs.size() == layer.reads(number).size();
        layers.add(complete ? Optional.of(layer.append(network.scope("model." + number), inputs)) : Optional.empty());
    }

    /** What a layer gives; -1 is the image. */
    Optional<Node> at(int number) {
        return number == -1 ? Optional.of(network.input()) : layers.get(number);
    }
}
