package io.falconet.space.search.pareto;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Non-dominated sorting (Deb et al., 2002): the front of all, the front of the rest, and so on. Each point is held against
 * the fronts found so far in lexicographic order, by bisection (Zhang et al., 2015): time n log n for two objectives, and
 * less than n² for more as long as there are many fronts.
 */
public final class Fronts {
    private Fronts() {}

    /**
     * The front of each point, 0 the best. Equal points are on one front.
     *
     * @param minimised points without NaN, all coordinates to be minimised
     */
    public static int[] of(List<double[]> minimised) {
        Placed[] order = new Placed[minimised.size()];
        Arrays.setAll(order, i -> placed(i, minimised.get(i)));
        Arrays.sort(order, Fronts::lexicographic);
        int[] ranks = new int[order.length];
        List<List<double[]>> fronts = new ArrayList<>();
        for (int i = 0; i < order.length; i++) {
            double[] point = order[i].point();
            if (i > 0 && Arrays.equals(point, order[i - 1].point())) {
                ranks[order[i].index()] = ranks[order[i - 1].index()];
                continue;
            }
            int rank = firstThatLeavesIt(fronts, point);
            if (rank == fronts.size()) {
                fronts.add(new ArrayList<>());
            }
            List<double[]> front = fronts.get(rank);
            if (point.length == 2) {
                front.clear();
            }
            front.add(point);
            ranks[order[i].index()] = rank;
        }
        return ranks;
    }

    /**
     * The items on the best fronts, in the order given: as many fronts as it takes for so many items, or all of them.
     *
     * @param minimised an item's point, without NaN, all coordinates to be minimised
     */
    public static <T> List<T> best(List<T> items, int count, Function<T, double[]> minimised) {
        if (items.size() <= 1) {
            return items;
        }
        int[] ranks = of(items.stream().map(minimised).toList());
        int[] sorted = ranks.clone();
        Arrays.sort(sorted);
        int last = sorted[Math.min(count, sorted.length) - 1];
        return IntStream.range(0, ranks.length)
                .filter(i -> ranks[i] <= last)
                .mapToObj(items::get)
                .toList();
    }

    /** A point and its place among those given. */
    private record Placed(int index, double first, double[] point) {}

    private static Placed placed(int index, double[] point) {
        return new Placed(index, point[0], point);
    }

    /** By the first coordinate, mostly, so that it alone is looked at in most cases. */
    private static int lexicographic(Placed a, Placed b) {
        int byFirst = Double.compare(a.first, b.first);
        return byFirst == 0 ? Arrays.compare(a.point, b.point) : byFirst;
    }

    /** The first front of which no point dominates this one; which dominate it comes before those which do not. */
    private static int firstThatLeavesIt(List<List<double[]>> fronts, double[] point) {
        int low = 0;
        int high = fronts.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (dominated(fronts.get(middle), point)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Whether one of a front that comes before it in lexicographic order dominates a point; the latest are the likeliest. */
    private static boolean dominated(List<double[]> front, double[] point) {
        for (int i = front.size() - 1; i >= 0; i--) {
            if (ParetoFront.dominates(front.get(i), point)) {
                return true;
            }
        }
        return false;
    }
}
