package io.falconet.space.block.dla;

import io.falconet.space.graph.Activation;
import io.falconet.space.graph.NetworkBuilder;
import io.falconet.space.graph.Node;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The decoder of deep layer aggregation (Yu et al., 2018). Beginning with the two coarsest levels, each step takes in the
 * next finer level by {@linkplain IdaUp iterative deep aggregation}, and replaces all coarser maps by what it has made of
 * them, until all have become one map at the finest level.
 *
 * @param widths channels that each level is brought to, finest first
 * @param strides of the levels, or any numbers in the same proportions
 * @param activation after each norm
 */
public record DlaUp(List<Integer> widths, List<Integer> strides, Activation activation) {
    public DlaUp {
        widths = List.copyOf(widths);
        strides = List.copyOf(strides);
        if (widths.size() != strides.size() || widths.size() < 2) {
            throw new IllegalArgumentException(
                    "A decoder needs two levels or more, each with width and stride, found widths %s and strides %s."
                            .formatted(widths, strides));
        }
    }

    /**
     * Appends the decoder.
     *
     * @param levels finest first
     * @return what each step ends with, finest first: a map for each level but the coarsest. The first has seen all levels
     */
    public List<Node> append(NetworkBuilder network, List<Node> levels) {
        List<Node> maps = new ArrayList<>(levels);
        List<Node> ends = new ArrayList<>();
        for (int step = 0; step < levels.size() - 1; step++) {
            int finest = levels.size() - 2 - step;
            List<Node> coarser = maps.subList(finest, maps.size());
            List<Node> joined = new IdaUp(widths.get(finest), 3, factors(finest), activation)
                    .append(network.scope("ida_" + step), coarser);
            maps = new ArrayList<>(maps.subList(0, finest + 1));
            maps.addAll(joined);
            ends.add(joined.get(joined.size() - 1));
        }
        Collections.reverse(ends);
        return ends;
    }

    /** The steps before have brought all coarser levels but the nearest to one stride. */
    private List<Integer> factors(int finest) {
        int factor = strides.get(finest + 1) / strides.get(finest);
        List<Integer> factors = new ArrayList<>(Collections.nCopies(strides.size() - finest, factor));
        factors.set(0, 1);
        return factors;
    }
}
