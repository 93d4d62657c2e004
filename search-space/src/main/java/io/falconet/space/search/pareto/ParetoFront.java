package io.falconet.space.search.pareto;

import java.util.List;
import java.util.function.Function;

/** The items that no other beats: what is left to choose from once all objectives count. */
public final class ParetoFront {
    private ParetoFront() {}

    /**
     * The items whose points no other's point dominates, in the order given. Items at one point are all kept; a point
     * with a NaN is on no front. Takes time in the product of the items and those on the front.
     *
     * @param minimised an item's point, all coordinates to be minimised
     */
    public static <T> List<T> of(List<T> items, Function<T, double[]> minimised) {
        GrowingFront<Integer> front = new GrowingFront<>();
        for (int i = 0; i < items.size(); i++) {
            front.offer(i, minimised.apply(items.get(i)));
        }
        return front.items().stream().sorted().map(items::get).toList();
    }

    /**
     * Whether {@code a} is nowhere worse and somewhere better than {@code b}, all coordinates to be minimised. A point
     * with a NaN dominates nothing.
     */
    public static boolean dominates(double[] a, double[] b) {
        if (a.length != b.length) {
            throw new IllegalArgumentException(
                    "Points of one space have as many coordinates, found %d and %d.".formatted(a.length, b.length));
        }
        boolean better = false;
        for (int i = 0; i < a.length; i++) {
            if (!(a[i] <= b[i])) {
                return false;
            }
            better |= a[i] < b[i];
        }
        return better;
    }
}
