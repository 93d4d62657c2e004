package io.falconet.space.search.pareto;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * How much of the objective space a set of points dominates: the one number that tells how good a front is, in all
 * objectives at once (Zitzler and Thiele, 1998).
 */
public final class Hypervolume {
    private Hypervolume() {}

    /**
     * The exact volume dominated by the points and bounded by the reference. Points that do not lie below the reference
     * in every coordinate add nothing. The space is cut into slices along its last coordinate, each measured in one
     * dimension less: time n log n for two objectives, about n³ for four.
     *
     * @param minimisedPoints in any order, dominated ones allowed
     * @param reference the worst corner
     */
    public static double of(List<double[]> minimisedPoints, double[] reference) {
        List<double[]> inside = minimisedPoints.stream()
                .filter(point -> liesBelow(point, reference))
                .sorted(Comparator.comparingDouble(point -> point[reference.length - 1]))
                .toList();
        return volume(inside, reference, reference.length);
    }

    /**
     * By how much the volume grows with a further point: what it dominates alone (While et al., 2012). Takes time in the
     * number of the points for two objectives, if the points are sorted by the first.
     *
     * @param front points none of which dominates another
     * @param point the further one, dominated or not
     * @param reference the worst corner
     */
    public static double gain(List<double[]> front, double[] point, double[] reference) {
        if (!liesBelow(point, reference)) {
            return 0;
        }
        if (reference.length == 2 && sorted(front)) {
            return area(front, point, reference);
        }
        double alone = 1;
        for (int i = 0; i < reference.length; i++) {
            alone *= reference[i] - point[i];
        }
        List<double[]> shared = new ArrayList<>(front.size());
        for (double[] other : front) {
            double[] both = new double[reference.length];
            for (int i = 0; i < both.length; i++) {
                both[i] = Math.max(point[i], other[i]);
            }
            if (Arrays.equals(both, point)) {
                return 0;
            }
            shared.add(both);
        }
        return Math.max(0, alone - of(shared, reference));
    }

    private static boolean sorted(List<double[]> points) {
        for (int i = 1; i < points.size(); i++) {
            if (points.get(i - 1)[0] > points.get(i)[0]) {
                return false;
            }
        }
        return true;
    }

    /** What a point dominates alone below the stairs of a sorted front, from stair to stair. */
    private static double area(List<double[]> front, double[] point, double[] reference) {
        double area = 0;
        double left = point[0];
        double ceiling = reference[1];
        for (double[] stair : front) {
            if (stair[0] >= reference[0]) {
                break;
            }
            if (stair[0] > left) {
                area += (stair[0] - left) * Math.max(0, ceiling - point[1]);
                left = stair[0];
            }
            ceiling = Math.min(ceiling, stair[1]);
        }
        return area + (reference[0] - left) * Math.max(0, ceiling - point[1]);
    }

    /** Volume in the first {@code dimensions} coordinates of points sorted by the last of these. */
    private static double volume(List<double[]> sorted, double[] reference, int dimensions) {
        if (sorted.isEmpty()) {
            return 0;
        }
        int last = dimensions - 1;
        if (dimensions == 1) {
            return reference[0] - sorted.get(0)[0];
        }
        double volume = 0;
        List<double[]> slice = new ArrayList<>();
        Comparator<double[]> order = Comparator.comparingDouble(point -> point[last - 1]);
        for (int i = 0; i < sorted.size(); i++) {
            double[] point = sorted.get(i);
            int place = 0;
            while (place < slice.size() && order.compare(slice.get(place), point) <= 0) {
                place++;
            }
            slice.add(place, point);
            double top = i + 1 < sorted.size() ? sorted.get(i + 1)[last] : reference[last];
            if (top > point[last]) {
                volume += (top - point[last]) * volume(slice, reference, last);
            }
        }
        return volume;
    }

    private static boolean liesBelow(double[] point, double[] reference) {
        if (point.length != reference.length) {
            throw new IllegalArgumentException("A point needs as many coordinates as the reference, found %s and %s."
                    .formatted(Arrays.toString(point), Arrays.toString(reference)));
        }
        for (int i = 0; i < point.length; i++) {
            if (!(point[i] < reference[i])) {
                return false;
            }
        }
        return true;
    }
}
