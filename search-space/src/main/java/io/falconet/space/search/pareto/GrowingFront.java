package io.falconet.space.search.pareto;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * A front that is offered one item after the other, and holds at any time what {@link ParetoFront#of} would find among all
 * that it was offered. An offer takes time in proportion to the items on the front, however many were offered before.
 *
 * @param <T> by what items are told apart
 */
public final class GrowingFront<T> {
    private final Map<T, double[]> points;

    public GrowingFront() {
        this.points = new LinkedHashMap<>();
    }

    private GrowingFront(Map<T, double[]> points) {
        this.points = new LinkedHashMap<>(points);
    }

    /**
     * Puts an item on the front if none there dominates it, and takes off what it dominates.
     *
     * @param minimised its point, all coordinates to be minimised
     * @return whether it is on the front now
     */
    public boolean offer(T item, double[] minimised) {
        if (Arrays.stream(minimised).anyMatch(Double::isNaN) || dominated(minimised)) {
            return false;
        }
        points.values().removeIf(other -> ParetoFront.dominates(minimised, other));
        points.put(item, minimised);
        return true;
    }

    private boolean dominated(double[] point) {
        for (double[] other : points.values()) {
            if (ParetoFront.dominates(other, point)) {
                return true;
            }
        }
        return false;
    }

    /** The items on the front. */
    public Set<T> items() {
        return Set.copyOf(points.keySet());
    }

    /** One that goes its own way from here. */
    public GrowingFront<T> copy() {
        return new GrowingFront<>(points);
    }
}
