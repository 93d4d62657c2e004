package io.falconet.cluster.compare;

import io.falconet.space.search.pareto.ParetoFront;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** Whether another detector beats one in accuracy and latency at once, as far as the latencies' intervals can tell. */
public enum Standing {
    /** No other is as accurate and as fast, wherever in their intervals the latencies lie. */
    FRONT("front"),
    /** That depends on where in their intervals the latencies lie. */
    TIE("tie"),
    /** Another is at least as accurate and faster, or more accurate and as fast. */
    BEHIND("behind"),
    /** Accuracy or latency is missing. */
    UNKNOWN("");

    private final String label;

    Standing(String label) {
        this.label = label;
    }

    /** For people; empty where nothing is known. */
    public String label() {
        return label;
    }

    /**
     * The standing of each result.
     *
     * @param batch images at a time for which latency counts
     */
    public static List<Standing> of(List<Result> results, int batch) {
        List<Standing> standings = new ArrayList<>();
        for (Result one : results) {
            Optional<double[]> best = point(one, batch, Timing::low);
            Optional<double[]> worst = point(one, batch, Timing::high);
            if (best.isEmpty()) {
                standings.add(UNKNOWN);
            } else if (!beaten(worst.orElseThrow(), one, results, batch, Timing::low)) {
                standings.add(FRONT);
            } else {
                standings.add(beaten(best.get(), one, results, batch, Timing::high) ? BEHIND : TIE);
            }
        }
        return standings;
    }

    /** The results that no other beats by the medians alone, the fastest first: the line that plots show. */
    public static List<Result> byMedians(List<Result> results, int batch) {
        List<Result> comparable = results.stream()
                .filter(result -> point(result, batch, Timing::median).isPresent())
                .toList();
        return ParetoFront.of(comparable, result -> point(result, batch, Timing::median)
                        .orElseThrow())
                .stream()
                .sorted((a, b) -> Double.compare(
                        a.timing(batch).orElseThrow().median(),
                        b.timing(batch).orElseThrow().median()))
                .toList();
    }

    private static boolean beaten(
            double[] point, Result one, List<Result> results, int batch, ToDoubleFunction<Timing> end) {
        return results.stream()
                .filter(other -> other != one)
                .flatMap(other -> point(other, batch, end).stream())
                .anyMatch(other -> ParetoFront.dominates(other, point));
    }

    /** Where a result lies, both coordinates to be minimised. */
    private static Optional<double[]> point(Result result, int batch, ToDoubleFunction<Timing> end) {
        return Double.isNaN(result.map50To95())
                ? Optional.empty()
                : result.timing(batch).map(timing -> new double[] {-result.map50To95(), end.applyAsDouble(timing)});
    }
}
