package io.falconet.space.search.strategy;

import io.falconet.space.search.pareto.Fronts;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Those outcomes that models are of, where there are too many: a proposal takes time in the cube of their number. */
final class Selection {
    private static final int MOST_KNOWN = 200;
    private static final double BEST = 0.7;

    private Selection() {}

    /** Indices, ascending: of all where they are few enough, otherwise of the best by front and evenly of some of the rest. */
    static int[] of(List<double[]> points, int fewEnough) {
        if (points.size() <= fewEnough) {
            return IntStream.range(0, points.size()).toArray();
        }
        int[] byRank = byRank(Fronts.of(points));
        int best = (int) (BEST * MOST_KNOWN);
        int others = MOST_KNOWN - best;
        return IntStream.concat(
                        IntStream.range(0, best).map(i -> byRank[i]),
                        IntStream.range(0, others)
                                .map(i -> byRank[best + (int) ((long) i * (byRank.length - best) / others)]))
                .sorted()
                .toArray();
    }

    /** Indices from the first front to the last, those of one front in their order. */
    private static int[] byRank(int[] ranks) {
        int[] next = new int[IntStream.of(ranks).max().orElse(0) + 2];
        for (int rank : ranks) {
            next[rank + 1]++;
        }
        Arrays.parallelPrefix(next, Integer::sum);
        int[] order = new int[ranks.length];
        for (int i = 0; i < ranks.length; i++) {
            order[next[ranks[i]]++] = i;
        }
        return order;
    }
}
