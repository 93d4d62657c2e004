package io.falconet.space.block.thundernet;

import io.falconet.space.graph.Add;
import io.falconet.space.graph.Conv;
import io.falconet.space.graph.NetworkBuilder;
import io.falconet.space.graph.Node;
import io.falconet.space.graph.ResizeTo;
import io.falconet.space.graph.Shape;
import java.util.ArrayList;
import java.util.List;

/**
 * ThunderNet's context enhancement module (Qin et al., 2019): a 1x1 convolution with bias brings each map to one width; the
 * maps, enlarged to the nearest, and the mean of the coarsest one are added.
 *
 * @param width output channels
 */
public record ContextEnhancement(int width) {
    private static final int COARSEST = 5;

    /**
     * Appends the module. Convolutions are named {@code conv3}, {@code conv4} and {@code conv5} by their map's stride of 8,
     * 16 and 32, and {@code convlast}.
     *
     * @param levels maps, finest first, the last at stride 32
     * @param mean of the coarsest map over its area: one cell
     * @return a map of the finest level's area
     */
    public Node append(NetworkBuilder network, List<Node> levels, Node mean) {
        Shape area = levels.get(0).shape();
        List<Node> terms = new ArrayList<>();
        for (int i = 0; i < levels.size(); i++) {
            String name = "conv" + (COARSEST + 1 - levels.size() + i);
            Node lateral = network.add(name, Conv.pointwiseWithBias(width), levels.get(i));
            terms.add(enlarged(network.scope(name), lateral, area));
        }
        terms.add(network.add("convlast", Conv.pointwiseWithBias(width), mean));
        return network.add("add", new Add(), terms.toArray(Node[]::new));
    }

    private static Node enlarged(NetworkBuilder network, Node map, Shape area) {
        return map.shape().sameArea(area) ? map : network.add("up", new ResizeTo(area.height(), area.width()), map);
    }
}
