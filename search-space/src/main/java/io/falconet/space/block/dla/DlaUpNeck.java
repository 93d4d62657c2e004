package io.falconet.space.block.dla;

import io.falconet.space.block.Neck;
import io.falconet.space.block.NumberedUnit;
import io.falconet.space.graph.Activation;
import io.falconet.space.graph.Conv;
import io.falconet.space.graph.NetworkBuilder;
import io.falconet.space.graph.Node;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * DLA's {@linkplain DlaUp decoder} as a neck. The published decoder gives one map, at the finest stride; here each of its
 * steps gives what it ends with to the head, at its own stride, and the coarsest level is projected alone. All levels have
 * one width, which suits a head with one.
 *
 * @param width channels of each level
 * @param activation throughout
 */
public record DlaUpNeck(int width, Activation activation) implements Neck {
    @Override
    public List<Node> append(NetworkBuilder network, List<Node> levels) {
        int last = levels.size() - 1;
        List<Node> projected = new ArrayList<>(levels);
        projected.set(
                last,
                NumberedUnit.of(0, Conv.dense(width, 1, 1), activation)
                        .append(network.scope("coarsest"), levels.get(last)));
        if (last == 0) {
            return projected;
        }
        List<Node> fused =
                new ArrayList<>(new DlaUp(Collections.nCopies(levels.size(), width), strides(levels), activation)
                        .append(network, projected));
        fused.add(projected.get(last));
        return fused;
    }

    /** The proportions of the levels' strides. */
    private static List<Integer> strides(List<Node> levels) {
        int finest = levels.get(0).shape().height();
        return levels.stream().map(level -> finest / level.shape().height()).toList();
    }
}
