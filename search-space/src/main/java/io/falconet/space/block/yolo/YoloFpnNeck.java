package io.falconet.space.block.yolo;

import io.falconet.space.block.Neck;
import io.falconet.space.graph.Concat;
import io.falconet.space.graph.NetworkBuilder;
import io.falconet.space.graph.Node;
import io.falconet.space.graph.Resize;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * YOLOv5's feature pyramid (after Lin et al., 2017), top-down alone: each fused map is enlarged to the nearest, joined with
 * the next finer one and brought to that one's width, in multiples of 8.
 *
 * @param parts the two modules
 * @param depth of the cross stage partial blocks
 */
public record YoloFpnNeck(YoloParts parts, int depth) implements Neck {
    @Override
    public List<Node> append(NetworkBuilder network, List<Node> levels) {
        int coarsest = levels.size() - 1;
        Node map = fuse(network.scope("level" + coarsest), levels.get(coarsest), levels.get(coarsest));
        List<Node> fused = new ArrayList<>(List.of(map));
        for (int i = coarsest - 1; i >= 0; i--) {
            NetworkBuilder level = network.scope("level" + i);
            Node enlarged = level.add("up", new Resize(Resize.Mode.NEAREST, 2), map);
            Node joined = level.add("concat", new Concat(), enlarged, levels.get(i));
            int width = YoloPanNeck.width(levels.get(i));
            Node narrow = parts.unit().block(width, 1).append(level.scope("narrow"), joined);
            map = fuse(level, narrow, levels.get(i));
            fused.add(map);
        }
        Collections.reverse(fused);
        return fused;
    }

    private Node fuse(NetworkBuilder network, Node in, Node level) {
        return parts.csp().block(YoloPanNeck.width(level), depth, false).append(network.scope("fuse"), in);
    }
}
