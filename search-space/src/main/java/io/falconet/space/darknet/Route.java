package io.falconet.space.darknet;

import io.falconet.space.graph.Concat;
import io.falconet.space.graph.NetworkBuilder;
import io.falconet.space.graph.Node;
import io.falconet.space.graph.ShapeException;
import io.falconet.space.graph.Slice;
import java.util.ArrayList;
import java.util.List;

/**
 * Darknet's {@code [route]}: other layers' channels stacked. With groups only one part of each layer's channels is taken;
 * of two groups, group 1 is the second half. Nodes {@code slice0}, {@code slice1}, … and {@code concat}, as far as needed:
 * a route to one whole layer is that layer.
 *
 * @param references the layers, at least one
 * @param groups into how many parts each layer's channels are split
 * @param group which part is taken, from 0
 */
public record Route(List<Integer> references, int groups, int group) implements DarknetLayer {
    public Route {
        references = List.copyOf(references);
        if (references.isEmpty() || groups < 1 || group < 0 || group >= groups) {
            throw new IllegalArgumentException(
                    "A route needs at least 1 layer and a group from 0 to groups - 1, found layers %s, groups %d, group %d."
                            .formatted(references, groups, group));
        }
    }

    /** A route to whole layers. */
    public static Route to(List<Integer> references) {
        return new Route(references, 1, 0);
    }

    @Override
    public boolean readsPrevious() {
        return false;
    }

    @Override
    public Node append(NetworkBuilder network, List<Node> inputs) {
        List<Node> parts = new ArrayList<>();
        for (Node input : inputs) {
            parts.add(groups == 1 ? input : part(network, parts.size(), input));
        }
        return parts.size() == 1 ? parts.get(0) : network.add("concat", new Concat(), parts.toArray(Node[]::new));
    }

    private Node part(NetworkBuilder network, int place, Node input) {
        int channels = input.shape().channels();
        if (channels % groups != 0) {
            throw new ShapeException(
                    "A route of %d groups needs layers whose channels are a multiple of %d, found %d. Maybe another layer is meant."
                            .formatted(groups, groups, channels));
        }
        int width = channels / groups;
        return network.add("slice" + place, new Slice(group * width, (group + 1) * width), input);
    }
}
