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

    /** The score of one of the values, or of one between them. Beyond them it goes on as among the outermost tenth. */
    public double score(double value) {
        int last = values.length - 1;
        if (last == 0) {
            return scores[0];
        }
        int tenth = Math.max(1, last / 10);
        if (value <= values[0]) {
            return scores[0] + (value - values[0]) * slope(0, tenth);
        }
        if (value >= values[last]) {
            return scores[last] + (value - values[last]) * slope(last - tenth, last);
        }
        int place = Arrays.binarySearch(values, value);
        int right = place >= 0 ? Math.max(1, place) : -place - 1;
        return scores[right] + (value - values[right]) * slope(right - 1, right);
    }

    private double slope(int left, int right) {
        return (scores[right] - scores[left]) / (values[right] - values[left]);
    }
}
