package io.falconet.space.search.pareto;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * An order of points in which any number of the first is a good choice: front by front, and on each front those first
 * that dominate the most alone (SMS-EMOA; Beume, Naujoks and Emmerich, 2007). Of one objective the values' own order.
 */
public final class Ranking {
    /** How far beyond the worst values the corner lies up to which volumes count, as a part of the values' range. */
    private static final double BEYOND = 0.1;

    private Ranking() {}

    /**
     * The best points by index, the best first; among equals those given first. Takes time in the square of the largest
     * front for two objectives, its cube or more beyond.
     *
     * @param minimised points without NaN, all coordinates to be minimised
     * @param count how many are wanted
     */
    public static List<Integer> best(List<double[]> minimised, int count) {
        List<Integer> best = new ArrayList<>();
        if (count < 1 || minimised.isEmpty()) {
            return best;
        }
        int[] ranks = Fronts.of(minimised);
        double[] reference = reference(minimised);
        for (int rank = 0; best.size() < Math.min(count, ranks.length); rank++) {
            int wanted = rank;
            int[] front = IntStream.range(0, ranks.length)
                    .filter(i -> ranks[i] == wanted)
                    .toArray();
            best.addAll(ordered(front, minimised, reference));
        }
        return best.subList(0, Math.min(count, best.size()));
    }

    private static List<Integer> ordered(int[] front, List<double[]> points, double[] reference) {
        record Ranked(int index, double alone) {}
        List<Integer> byFirst = IntStream.of(front)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> points.get(i)[0]))
                .toList();
        return IntStream.of(front)
                .mapToObj(i -> new Ranked(i, front.length == 1 ? 0 : alone(i, byFirst, points, reference)))
                .sorted(Comparator.comparingDouble(Ranked::alone).reversed())
                .map(Ranked::index)
                .collect(Collectors.toList());
    }

    /** What the point dominates and no other of its front, of which only those count that take away the most (While et al., 2012). */
    private static double alone(int index, List<Integer> front, List<double[]> points, double[] reference) {
        double[] point = points.get(index);
        if (point.length <= 2) {
            List<double[]> others =
                    front.stream().filter(i -> i != index).map(points::get).toList();
            return Hypervolume.gain(others, point, reference);
        }
        List<double[]> taken = front.stream()
                .filter(i -> i != index)
                .map(i -> worse(point, points.get(i)))
                .toList();
        return Hypervolume.gain(Fronts.best(taken, 1, it -> it), point, reference);
    }

    private static double[] worse(double[] a, double[] b) {
        double[] worse = new double[a.length];
        for (int i = 0; i < worse.length; i++) {
            worse[i] = Math.max(a[i], b[i]);
        }
        return worse;
    }

    private static double[] reference(List<double[]> points) {
        double[] reference = new double[points.get(0).length];
        for (int i = 0; i < reference.length; i++) {
            int axis = i;
            double worst = points.stream().mapToDouble(it -> it[axis]).max().orElseThrow();
            double best = points.stream().mapToDouble(it -> it[axis]).min().orElseThrow();
            reference[i] = worst + (worst > best ? BEYOND * (worst - best) : 1);
        }
        return reference;
    }
}
