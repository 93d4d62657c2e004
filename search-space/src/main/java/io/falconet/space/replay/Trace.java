package io.falconet.space.replay;

import java.util.List;
import java.util.OptionalInt;

/**
 * What a search on a table found, one network after the other.
 *
 * @param points by network: to be minimised
 * @param proposalMillis mean time that choosing a network took
 */
public record Trace(TableProblem problem, List<double[]> points, double proposalMillis) {
    public Trace {
        points = List.copyOf(points);
    }

    /** How many networks were tried up to the table's best of the first objective; nothing if it was not found. */
    public OptionalInt evaluationsToBest() {
        double best = problem.best();
        for (int i = 0; i < points.size(); i++) {
            if (points.get(i)[0] <= best) {
                return OptionalInt.of(i + 1);
            }
        }
        return OptionalInt.empty();
    }

    /** The best value of the first objective among so many first networks. */
    public double bestAt(int evaluations) {
        return problem.objectives()
                .get(0)
                .turned(points.stream()
                        .limit(evaluations)
                        .mapToDouble(it -> it[0])
                        .min()
                        .orElse(Double.NaN));
    }

    /** What so many first networks dominate of what the table's front does: from 0 to 1. */
    public double hypervolumeAt(int evaluations) {
        return problem.hypervolumeShare(points.stream().limit(evaluations).toList());
    }

    /** How good so many first networks are, more is better: the best of one objective, the hypervolume of several. */
    double standingAt(int evaluations) {
        TableObjective first = problem.objectives().get(0);
        return problem.objectives().size() > 1 ? hypervolumeAt(evaluations) : -first.turned(bestAt(evaluations));
    }
}
