package io.falconet.space.block.yolo;

import io.falconet.space.block.Block;
import io.falconet.space.block.ConvUnit;
import io.falconet.space.block.Neck;
import io.falconet.space.graph.Activation;
import io.falconet.space.graph.Concat;
import io.falconet.space.graph.Conv;
import io.falconet.space.graph.NetworkBuilder;
import io.falconet.space.graph.Node;
import io.falconet.space.graph.Resize;
import java.util.ArrayList;
import java.util.List;

/**
 * YOLOv5's neck (Jocher et al., 2020) on the maps of any backbone: a path aggregation network of {@link C3}s. Top-down,
 * each map is narrowed, enlarged and joined with the finer one; bottom-up, each is reduced by a 3x3 unit and joined with
 * what the coarser one was narrowed to. {@link Sppf}, with which YOLOv5's own backbone ends, comes first here.
 *
 * @param widths output channels of the levels, finest first
 * @param depth how many bottlenecks each C3 has
 * @param activation throughout
 */
public record YoloPan(List<Integer> widths, int depth, Activation activation) implements Neck {
    private static final int POOLED = 5;

    public YoloPan {
        widths = List.copyOf(widths);
    }

    @Override
    public List<Node> append(NetworkBuilder network, List<Node> levels) {
        if (levels.size() != widths.size()) {
            throw new IllegalArgumentException(
                    "The neck needs a width for each level, found %d levels and the widths %s."
                            .formatted(levels.size(), widths));
        }
        int last = levels.size() - 1;
        Node map = new Sppf(widths.get(last), POOLED, activation).append(network.scope("sppf"), levels.get(last));
        List<Node> narrowed = new ArrayList<>();
        for (int i = last; i > 0; i--) {
            NetworkBuilder down = network.scope("down" + i);
            Node narrow = unit(widths.get(i - 1), 1, 1).append(down.scope("narrow"), map);
            narrowed.add(0, narrow);
            Node enlarged = down.add("up", new Resize(Resize.Mode.NEAREST, 2), narrow);
            map = fuse(down, widths.get(i - 1), enlarged, levels.get(i - 1));
        }
        return bottomUp(network, map, narrowed);
    }

    private List<Node> bottomUp(NetworkBuilder network, Node finest, List<Node> narrowed) {
        List<Node> fused = new ArrayList<>(List.of(finest));
        for (int i = 0; i < narrowed.size(); i++) {
            NetworkBuilder up = network.scope("up" + (i + 1));
            Node reduced = unit(widths.get(i), 3, 2).append(up.scope("reduce"), fused.get(i));
            fused.add(fuse(up, widths.get(i + 1), reduced, narrowed.get(i)));
        }
        return fused;
    }

    private Node fuse(NetworkBuilder network, int width, Node first, Node second) {
        Node joined = network.add("concat", new Concat(), first, second);
        return C3.of(width, depth, false, activation).append(network.scope("fuse"), joined);
    }

    private Block unit(int channels, int kernel, int stride) {
        return ConvUnit.of(Conv.dense(channels, kernel, stride), activation);
    }
}
