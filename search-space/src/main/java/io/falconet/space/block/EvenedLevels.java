package io.falconet.space.block;

import io.falconet.space.graph.Conv;
import io.falconet.space.graph.NetworkBuilder;
import io.falconet.space.graph.Node;
import java.util.ArrayList;
import java.util.List;

/**
 * A head whose weights all levels share, after any neck: where the levels differ in width, 1x1 convolutions with bias bring
 * them to one.
 *
 * @param head reads maps of one width
 * @param width of the maps where they differ
 */
public record EvenedLevels(Head head, int width) implements Head {
    @Override
    public List<Node> append(NetworkBuilder network, List<Node> levels, int classes) {
        boolean even = levels.stream()
                        .map(level -> level.shape().channels())
                        .distinct()
                        .count()
                == 1;
        if (even) {
            return head.append(network, levels, classes);
        }
        List<Node> evened = new ArrayList<>();
        for (int i = 0; i < levels.size(); i++) {
            evened.add(network.add("lateral" + i, Conv.pointwiseWithBias(width), levels.get(i)));
        }
        return head.append(network, evened, classes);
    }

    @Override
    public DetectionFormat format(int classes, List<Integer> strides) {
        return head.format(classes, strides);
    }
}
