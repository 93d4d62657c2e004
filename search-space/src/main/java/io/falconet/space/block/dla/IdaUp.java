package io.falconet.space.block.dla;

import io.falconet.space.block.NumberedUnit;
import io.falconet.space.graph.Activation;
import io.falconet.space.graph.Concat;
import io.falconet.space.graph.Conv;
import io.falconet.space.graph.NetworkBuilder;
import io.falconet.space.graph.Node;
import io.falconet.space.graph.TransposedConv;
import java.util.ArrayList;
import java.util.List;

/**
 * Iterative deep aggregation (Yu et al., 2018): brings maps to the width and the area of the first, then joins them one by
 * one, each with what the ones before have become. Maps of another width are projected by a 1x1 convolution; coarser ones
 * are enlarged by a depthwise transposed convolution, which its authors start as bilinear interpolation.
 *
 * @param channels output channels
 * @param kernel side of the joining convolutions' kernels
 * @param factors by which each map is enlarged, 1 or even
 * @param activation after each norm
 */
public record IdaUp(int channels, int kernel, List<Integer> factors, Activation activation) {
    public IdaUp {
        factors = List.copyOf(factors);
    }

    /**
     * Appends the aggregation.
     *
     * @param maps as many as factors, the finest first
     * @return what each join gives, one fewer than maps; the last has seen them all
     */
    public List<Node> append(NetworkBuilder network, List<Node> maps) {
        if (maps.size() != factors.size()) {
            throw new IllegalArgumentException(
                    "As many maps as factors were expected, %d, found %d.".formatted(factors.size(), maps.size()));
        }
        List<Node> alike = new ArrayList<>();
        for (int i = 0; i < maps.size(); i++) {
            alike.add(enlarge(network, i, project(network.scope("proj_" + i), maps.get(i))));
        }
        List<Node> joined = new ArrayList<>();
        Node out = alike.get(0);
        for (int i = 1; i < alike.size(); i++) {
            NetworkBuilder node = network.scope("node_" + i);
            Node both = node.add("concat", new Concat(), out, alike.get(i));
            out = unit(kernel).append(node, both);
            joined.add(out);
        }
        return joined;
    }

    private Node project(NetworkBuilder network, Node map) {
        return map.shape().channels() == channels ? map : unit(1).append(network, map);
    }

    private Node enlarge(NetworkBuilder network, int place, Node map) {
        int factor = factors.get(place);
        return factor == 1 ? map : network.add("up_" + place, TransposedConv.enlarge(channels, factor), map);
    }

    private NumberedUnit unit(int side) {
        return NumberedUnit.of(0, Conv.dense(channels, side, 1), activation);
    }
}
