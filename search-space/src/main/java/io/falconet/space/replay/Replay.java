package io.falconet.space.replay;

import io.falconet.space.search.strategy.Candidate;
import io.falconet.space.search.strategy.Ladder;
import io.falconet.space.search.strategy.Lineage;
import io.falconet.space.search.strategy.Proposal;
import io.falconet.space.search.strategy.Randomness;
import io.falconet.space.search.strategy.Remembered;
import io.falconet.space.search.strategy.SearchStrategy;
import io.falconet.space.study.StudySpec.StrategySpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A search played on a table.
 *
 * @param budget how many networks it may try
 * @param lag outcomes of so many networks before one are not looked at when it is chosen: 0 one after the other
 */
public record Replay(TableProblem problem, StrategySpec strategy, int budget, int lag) {
    public Replay {
        if (budget < 1 || lag < 0) {
            throw new IllegalArgumentException(
                    "A budget of at least 1 and a lag of at least 0 were expected, found %d and %d."
                            .formatted(budget, lag));
        }
    }

    /** A lineage on the problem's networks. */
    public Lineage lineage(long seed) {
        Randomness randomness = new Randomness(seed);
        Remembered candidates = new Remembered(problem);
        return new Lineage(
                candidates,
                SearchStrategy.of(strategy, candidates, randomness),
                randomness,
                List.of(),
                Ladder.NONE,
                lag);
    }

    /** Plays it: until the budget is spent, the table has no more, or the best of one objective is found. */
    public Trace run(long seed) {
        Lineage lineage = lineage(seed);
        List<double[]> points = new ArrayList<>();
        long proposing = 0;
        while (points.size() < budget) {
            long start = System.nanoTime();
            Optional<Candidate> child = lineage.next().map(Proposal::candidate);
            proposing += System.nanoTime() - start;
            if (child.isEmpty()) {
                break;
            }
            double[] point = problem.point(child.get().genome());
            lineage.told(points.size(), Optional.of(point));
            points.add(point);
            if (point.length == 1 && point[0] <= problem.best()) {
                break;
            }
        }
        return new Trace(problem, points, proposing / 1e6 / points.size());
    }
}
