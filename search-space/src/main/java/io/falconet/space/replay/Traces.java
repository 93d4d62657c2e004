package io.falconet.space.replay;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.ToDoubleFunction;

/**
 * What a strategy found with many seeds.
 *
 * @param traces by seed
 * @param budget how many networks each might try
 */
public record Traces(List<Trace> traces, int budget) {
    public Traces {
        traces = List.copyOf(traces);
    }

    /** The share of seeds that found the table's best. */
    public double found() {
        return mean(trace -> trace.evaluationsToBest().isPresent() ? 1 : 0);
    }

    /** Median of the networks tried up to the table's best; nothing where half of the seeds did not find it. */
    public OptionalDouble medianToBest() {
        double median = median(this::toBest);
        return median <= budget ? OptionalDouble.of(median) : OptionalDouble.empty();
    }

    /** Mean of the networks tried up to the table's best, or up to the end of the budget where it was not found. */
    public double meanToBest() {
        return mean(trace -> Math.min(budget, toBest(trace)));
    }

    private double toBest(Trace trace) {
        return trace.evaluationsToBest().orElse(budget + 1);
    }

    /** Median of the best value of the first objective among so many first networks. */
    public double bestAt(int evaluations) {
        return median(trace -> trace.bestAt(evaluations));
    }

    /** Median of the share of hypervolume that so many first networks attain. */
    public double hypervolumeAt(int evaluations) {
        return median(trace -> trace.hypervolumeAt(evaluations));
    }

    /** Median of how good the first networks are, so many of them: more is better. */
    public double standingAt(int evaluations) {
        return median(trace -> trace.standingAt(evaluations));
    }

    /** After how many networks the median is that good; nothing if it never is. */
    public OptionalInt reaches(double level) {
        if (standingAt(budget) < level) {
            return OptionalInt.empty();
        }
        int low = 1;
        int high = budget;
        while (low < high) {
            int middle = (low + high) / 2;
            if (standingAt(middle) >= level) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return OptionalInt.of(low);
    }

    /** Mean time that choosing a network took. */
    public double proposalMillis() {
        return mean(Trace::proposalMillis);
    }

    /** A quantile over the seeds, by linear interpolation. */
    public double quantile(double share, ToDoubleFunction<Trace> figure) {
        double[] sorted = traces.stream().mapToDouble(figure).sorted().toArray();
        double place = share * (sorted.length - 1);
        int left = (int) place;
        int right = Math.min(left + 1, sorted.length - 1);
        return sorted[left] + (place - left) * (sorted[right] - sorted[left]);
    }

    private double median(ToDoubleFunction<Trace> figure) {
        return quantile(0.5, figure);
    }

    private double mean(ToDoubleFunction<Trace> figure) {
        return traces.stream().mapToDouble(figure).average().orElseThrow();
    }
}
