package io.falconet.space.block.nanodet;

import io.falconet.space.block.Block;
import io.falconet.space.block.ConvUnit;
import io.falconet.space.block.DepthwiseSeparable;
import io.falconet.space.block.Neck;
import io.falconet.space.graph.Add;
import io.falconet.space.graph.Concat;
import io.falconet.space.graph.Conv;
import io.falconet.space.graph.NetworkBuilder;
import io.falconet.space.graph.Node;
import io.falconet.space.graph.Resize;
import java.util.ArrayList;
import java.util.List;

/**
 * NanoDet-Plus's path aggregation network (Lyu, 2021). A 1x1 unit brings each level to one width. Top-down, each level is
 * joined with the next coarser one, enlarged bilinearly, and fused by ghost bottlenecks; bottom-up, with the next finer
 * one, reduced by a unit of stride 2. Extra levels, each half the size of the one before, are the sum of the coarsest
 * reduced input and the level before, each through a unit of stride 2.
 *
 * @param fuse what fuses two joined levels; its channels are the neck's width
 * @param separable whether the units of stride 2 are depthwise separable; otherwise they are dense convolutions
 * @param extraLevels levels coarser than the backbone's
 */
public record GhostPanNeck(GhostBlocks fuse, boolean separable, int extraLevels) implements Neck {
    /** The published neck: depthwise separable, one extra level. */
    public static GhostPanNeck of(GhostBlocks fuse) {
        return new GhostPanNeck(fuse, true, 1);
    }

    @Override
    public List<Node> append(NetworkBuilder network, List<Node> levels) {
        List<Node> reduced = new ArrayList<>();
        for (int i = 0; i < levels.size(); i++) {
            reduced.add(ConvUnit.of(Conv.dense(fuse.channels(), 1, 1), fuse.activation())
                    .append(numbered(network, "reduce_layers", i), levels.get(i)));
        }
        List<Node> maps = bottomUp(network, topDown(network, reduced));
        Node coarsest = reduced.get(reduced.size() - 1);
        for (int i = 0; i < extraLevels; i++) {
            Node fromInput = halving().append(numbered(network, "extra_lvl_in_conv", i), coarsest);
            Node fromLevel = halving().append(numbered(network, "extra_lvl_out_conv", i), maps.get(maps.size() - 1));
            maps.add(network.add("extra" + i, new Add(), fromInput, fromLevel));
        }
        return maps;
    }

    private List<Node> topDown(NetworkBuilder network, List<Node> reduced) {
        List<Node> maps = new ArrayList<>(reduced);
        int coarsest = reduced.size() - 1;
        for (int i = coarsest; i > 0; i--) {
            NetworkBuilder down = numbered(network, "top_down_blocks", coarsest - i);
            Node enlarged = down.add("up", new Resize(Resize.Mode.BILINEAR, 2), maps.get(i));
            Node joined = down.add("concat", new Concat(), enlarged, maps.get(i - 1));
            maps.set(i - 1, fuse.append(down, joined));
        }
        return maps;
    }

    private List<Node> bottomUp(NetworkBuilder network, List<Node> inner) {
        List<Node> maps = new ArrayList<>(inner);
        for (int i = 1; i < inner.size(); i++) {
            NetworkBuilder up = numbered(network, "bottom_up_blocks", i - 1);
            Node smaller = halving().append(numbered(network, "downsamples", i - 1), maps.get(i - 1));
            Node joined = up.add("concat", new Concat(), smaller, inner.get(i));
            maps.set(i, fuse.append(up, joined));
        }
        return maps;
    }

    private Block halving() {
        return separable
                ? new DepthwiseSeparable(fuse.channels(), fuse.kernel(), 2, fuse.activation())
                : ConvUnit.of(Conv.dense(fuse.channels(), fuse.kernel(), 2), fuse.activation());
    }

    private static NetworkBuilder numbered(NetworkBuilder network, String name, int number) {
        return network.scope(name).scope(Integer.toString(number));
    }
}
