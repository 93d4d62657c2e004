package io.falconet.space.block.gsconv;

import io.falconet.space.block.Neck;
import io.falconet.space.graph.Activation;
import io.falconet.space.graph.Concat;
import io.falconet.space.graph.NetworkBuilder;
import io.falconet.space.graph.Node;
import io.falconet.space.graph.Resize;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Slim neck (Li et al., 2022): a path aggregation network of GSConvs and VoV-GSCSPs. Top-down, each map is mixed by a 1x1
 * GSConv, enlarged to the nearest and joined with the finer one; bottom-up, each is reduced by a 3x3 GSConv of stride 2
 * and joined with the coarser one's mix. Unlike in the paper all levels have one width, which suits a head with one.
 *
 * @param width channels of each level, a multiple of 8
 * @param activation throughout
 */
public record SlimNeck(int width, Activation activation) implements Neck {
    public SlimNeck {
        if (width % 8 != 0) {
            throw new IllegalArgumentException("A slim neck's width is a multiple of 8, found " + width + ".");
        }
    }

    @Override
    public List<Node> append(NetworkBuilder network, List<Node> levels) {
        List<Node> mixed = new ArrayList<>();
        Node finer = levels.get(levels.size() - 1);
        for (int i = levels.size() - 1; i > 0; i--) {
            NetworkBuilder down = network.scope("down" + i);
            Node mix = GsConv.of(width, 1, 1, activation).append(down.scope("mix"), finer);
            mixed.add(mix);
            Node enlarged = down.add("up", new Resize(Resize.Mode.NEAREST, 2), mix);
            finer = fuse(down, enlarged, levels.get(i - 1));
        }
        Collections.reverse(mixed);
        return bottomUp(network, finer, mixed);
    }

    private List<Node> bottomUp(NetworkBuilder network, Node finest, List<Node> mixed) {
        List<Node> fused = new ArrayList<>(List.of(finest));
        for (int i = 0; i < mixed.size(); i++) {
            NetworkBuilder up = network.scope("up" + (i + 1));
            Node reduced = GsConv.of(width, 3, 2, activation).append(up.scope("reduce"), fused.get(i));
            fused.add(fuse(up, reduced, mixed.get(i)));
        }
        return fused;
    }

    private Node fuse(NetworkBuilder network, Node first, Node second) {
        Node joined = network.add("concat", new Concat(), first, second);
        return VovGsCsp.of(width, activation).append(network.scope("fuse"), joined);
    }
}
