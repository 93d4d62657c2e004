package io.falconet.space.block.dla;

import io.falconet.space.block.Backbone;
import io.falconet.space.block.NumberedUnit;
import io.falconet.space.graph.Activation;
import io.falconet.space.graph.Conv;
import io.falconet.space.graph.NetworkBuilder;
import io.falconet.space.graph.Node;
import java.util.ArrayList;
import java.util.List;

/**
 * Deep layer aggregation (Yu et al., 2018) as its authors publish it: a 7x7 stem that keeps the area, two levels of 3x3
 * convolutions and four {@linkplain PublishedTree trees}. Gives the map of each of the six levels, at strides 1, 2, 4, 8,
 * 16 and 32.
 *
 * @param depths of the six levels: how many convolutions, then how high the trees
 * @param widths output channels of the six levels
 * @param kind of the trees' nodes
 * @param rootResidual whether each root adds its deepest child
 */
public record Dla(List<Integer> depths, List<Integer> widths, DlaNode.Kind kind, boolean rootResidual)
        implements Backbone {
    private static final int LEVELS = 6;
    private static final int FIRST_TREE = 2;

    public Dla {
        depths = List.copyOf(depths);
        widths = List.copyOf(widths);
        if (depths.size() != LEVELS || widths.size() != LEVELS) {
            throw new IllegalArgumentException(
                    "DLA has 6 levels, found the depths %s and the widths %s.".formatted(depths, widths));
        }
    }

    @Override
    public List<Node> append(NetworkBuilder network, Node image) {
        Conv stem = Conv.dense(widths.get(0), 7, 1);
        Node map = NumberedUnit.of(0, stem, Activation.RELU).append(network.scope("base_layer"), image);
        List<Node> maps = new ArrayList<>();
        for (int level = 0; level < LEVELS; level++) {
            NetworkBuilder scope = network.scope("level" + level);
            map = level < FIRST_TREE
                    ? convolutions(scope, map, level)
                    : tree(level).append(scope, map);
            maps.add(map);
        }
        return maps;
    }

    private Node convolutions(NetworkBuilder network, Node in, int level) {
        Node out = in;
        for (int i = 0; i < depths.get(level); i++) {
            int stride = i == 0 && level > 0 ? 2 : 1;
            Conv conv = Conv.dense(widths.get(level), 3, stride);
            out = NumberedUnit.of(3 * i, conv, Activation.RELU).append(network, out);
        }
        return out;
    }

    private PublishedTree tree(int level) {
        boolean levelRoot = level > FIRST_TREE;
        return new PublishedTree(kind, widths.get(level), depths.get(level), 2, levelRoot, 0, rootResidual);
    }
}
