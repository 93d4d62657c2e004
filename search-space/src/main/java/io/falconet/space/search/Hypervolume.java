package io.falconet.space.search;

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
