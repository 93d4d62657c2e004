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
 * YOLOv5's path aggregation network (after Liu et al., 2018). Top-down, each map is brought to the next finer one's width,
 * enlarged to the nearest and joined with that; bottom-up, each is reduced by a unit of stride 2 and joined with what the
 * coarser one had become on the way down. A cross stage partial block fuses what is joined. Each level is as wide as the
 * backbone's map, in multiples of 8.
 *
 * @param parts the two modules
 * @param depth of the cross stage partial blocks
 * @param skips whether the backbone's maps are also joined on the way up, except the finest and the coarsest: what YOLOv5
 *     calls BiFPN (after Tan et al., 2020)
 */
public record YoloPanNeck(YoloParts parts, int depth, boolean skips) implements Neck {
    @Override
    public List<Node> append(NetworkBuilder network, List<Node> levels) {
        int coarsest = levels.size() - 1;
        List<Node> narrowed = new ArrayList<>();
        Node map = levels.get(coarsest);
        for (int i = coarsest; i > 0; i--) {
            NetworkBuilder down = network.scope("down" + i);
            Node finer = levels.get(i - 1);
            Node narrow = parts.unit().block(width(finer), 1).append(down.scope("narrow"), map);
            narrowed.add(narrow);
            map = fuse(down, width(finer), List.of(down.add("up", new Resize(Resize.Mode.NEAREST, 2), narrow), finer));
        }
        Collections.reverse(narrowed);
        List<Node> fused = new ArrayList<>(List.of(map));
        for (int i = 1; i <= coarsest; i++) {
            NetworkBuilder up = network.scope("up" + i);
            Node finer = fused.get(i - 1);
            List<Node> joined = new ArrayList<>();
            joined.add(parts.unit().block(finer.shape().channels(), 2).append(up.scope("reduce"), finer));
            joined.add(narrowed.get(i - 1));
            if (skips && i < coarsest) {
                joined.add(levels.get(i));
            }
            fused.add(fuse(up, width(levels.get(i)), joined));
        }
        return fused;
    }

    private Node fuse(NetworkBuilder network, int channels, List<Node> joined) {
        Node concat = network.add("concat", new Concat(), joined.toArray(Node[]::new));
        return parts.csp().block(channels, depth, false).append(network.scope("fuse"), concat);
    }

    /** The level's width: all kinds of block can be built at a multiple of 8. */
    static int width(Node level) {
        return (level.shape().channels() + 7) / 8 * 8;
    }
}
