package io.falconet.space.search.surrogate;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.hipparchus.distribution.continuous.NormalDistribution;

/**
 * A scale on which values are spread like a normal distribution, whatever theirs is: a value's score is the quantile of its
 * rank (van der Waerden, 1952). Few networks are very bad, and how bad they are says nothing of the good ones.
 */
public final class NormalScores {
    private static final NormalDistribution NORMAL = new NormalDistribution();

    private final double[] values;
    private final double[] scores;

    /** The scale of those values, of which equal ones have equal scores. */
    public NormalScores(double[] known) {
        double[] sorted = known.clone();
        Arrays.sort(sorted);
        Map<Double, Double> byValue = new TreeMap<>();
        for (int from = 0; from < sorted.length; ) {
            int to = from + 1;
            while (to < sorted.length && sorted[to] == sorted[from]) {
                to++;
            }
            byValue.put(sorted[from], NORMAL.inverseCumulativeProbability((from + to) / 2.0 / sorted.length));
            from = to;
        }
        this.values = byValue.keySet().stream().mapToDouble(Double::doubleValue).toArray();
        this.scores = byValue.values().stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** The score of one of the values, or of one between them. */
    public double score(double value) {
        return along(values, scores, value);
    }

    /** The value of a score: the inverse of {@link #score}. Beyond the scale it goes on as among the outermost tenth. */
    public double value(double score) {
        return along(scores, values, score);
    }

    private static double along(double[] from, double[] to, double at) {
        int last = from.length - 1;
        if (last == 0) {
            return to[0];
        }
        int tenth = Math.max(1, last / 10);
        if (at <= from[0]) {
            return to[0] + (at - from[0]) * slope(from, to, 0, tenth);
        }
        if (at >= from[last]) {
            return to[last] + (at - from[last]) * slope(from, to, last - tenth, last);
        }
        int place = Arrays.binarySearch(from, at);
        int right = place >= 0 ? Math.max(1, place) : -place - 1;
        return to[right] + (at - from[right]) * slope(from, to, right - 1, right);
    }

    private static double slope(double[] from, double[] to, int left, int right) {
        return (to[right] - to[left]) / (from[right] - from[left]);
    }
}
