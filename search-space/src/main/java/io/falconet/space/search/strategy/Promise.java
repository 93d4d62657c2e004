package io.falconet.space.search.strategy;

import io.falconet.space.search.surrogate.Belief;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.hipparchus.distribution.continuous.NormalDistribution;

/**
 * How much trying a candidate is expected to improve on what is known: how much nearer it comes to the
 * {@linkplain Goal goal} (expected improvement; Jones et al., 1998). Of one objective it is exact, of several the mean of draws from
 * what is believed.
 *
 * @param goal what is to be improved
 * @param draws from the standard normal distribution, an array of one an objective: the same for all candidates, so that none
 *     wins by luck
 */
record Promise(Goal goal, List<double[]> draws) {
    private static final NormalDistribution NORMAL = new NormalDistribution();
    private static final int DRAWS = 32;
    /** Where several objectives count, models are doubted: what is learned at one end of a front holds less at the other. */
    private static final double WIDENED = 1.5;

    /**
     * How promising.
     *
     * @param gain expected improvement
     * @param cost expected: it decides where there is no gain to speak of
     */
    record Mark(double gain, double cost) implements Comparable<Mark> {
        @Override
        public int compareTo(Mark other) {
            int byGain = Double.compare(gain, other.gain);
            return byGain == 0 ? Double.compare(other.cost, cost) : byGain;
        }
    }

    /** With draws of its own. */
    static Promise of(Goal goal, int objectives, RandomGenerator random) {
        return new Promise(goal, draws(objectives, random));
    }

    /** What is promised where that is believed, by objective. */
    Mark mark(Belief[] beliefs) {
        double[] expected = new double[beliefs.length];
        for (int i = 0; i < beliefs.length; i++) {
            expected[i] = beliefs[i].mean();
        }
        double cost = goal.cost(expected);
        return new Mark(goal instanceof Best best ? exact(best, beliefs[0]) : drawn(beliefs), cost);
    }

    private static double exact(Best best, Belief belief) {
        double below = (best.least() - belief.mean()) / belief.deviation();
        return belief.deviation() * (below * NORMAL.cumulativeProbability(below) + NORMAL.density(below));
    }

    private double drawn(Belief[] beliefs) {
        double gain = 0;
        double[] scores = new double[beliefs.length];
        for (double[] draw : draws) {
            for (int i = 0; i < scores.length; i++) {
                scores[i] = beliefs[i].mean() + beliefs[i].deviation() * draw[i];
            }
            gain += goal.improvement(scores);
        }
        return gain / draws.size();
    }

    /** Draws that take the distribution's quantiles evenly in each coordinate. */
    private static List<double[]> draws(int objectives, RandomGenerator random) {
        List<double[]> draws = new ArrayList<>();
        for (int i = 0; i < DRAWS; i++) {
            draws.add(new double[objectives]);
        }
        List<Integer> order = new ArrayList<>(IntStream.range(0, DRAWS).boxed().toList());
        for (int objective = 0; objective < objectives; objective++) {
            Collections.shuffle(order, new Random(random.nextLong()));
            for (int i = 0; i < DRAWS; i++) {
                draws.get(i)[objective] = WIDENED * NORMAL.inverseCumulativeProbability((order.get(i) + 0.5) / DRAWS);
            }
        }
        return draws;
    }
}
