package io.falconet.space.importance;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * How much each decision matters to a quantity: which share of its variance over the whole space follows from the decision,
 * by a functional analysis of variance of a random forest that learned the quantity from what was observed (Hutter, Hoos
 * and Leyton-Brown, 2014: An efficient approach for assessing hyperparameter importance). All combinations of options
 * count alike there, whichever a search preferred.
 *
 * @param effects one a decision, in the order of the decisions
 * @param observations on how many observations that rests
 * @param fit how much of the variance of observations that a tree did not see its forest foretells: 1 is all, 0 is
 *     nothing, NaN where nothing varies. Where it is low the effects mean little
 */
public record Importance(List<Effect> effects, int observations, double fit) {
    /** From as many observations on effects are worth telling. */
    public static final int FEWEST = 30;

    /** Combinations of options over which the forest is averaged. */
    private static final int POINTS = 768;

    public Importance {
        effects = List.copyOf(effects);
    }

    /**
     * What a decision does.
     *
     * @param main share of the variance that follows from it whatever else is decided, 0 to 1
     * @param total share of the variance that would be gone if it were fixed: together with others too, at least about
     *     the main one
     */
    public record Effect(double main, double total) {}

    /** Learns from observations. The same ones give the same; ten thousand of twenty decisions take about a second. */
    public static Importance of(Observations observed, long seed) {
        Random random = new Random(seed);
        Forest forest = Forest.grown(observed, random);
        int decisions = observed.options().length;
        int[][] points = points(observed, random);
        double variance = variance(forest, points);
        List<Effect> effects = new ArrayList<>();
        for (int decision = 0; decision < decisions; decision++) {
            effects.add(
                    variance > 0
                            ? effect(forest, points, decision, observed.options()[decision], variance)
                            : new Effect(0, 0));
        }
        return new Importance(effects, observed.size(), forest.fit());
    }

    private static int[][] points(Observations observed, Random random) {
        int[] options = observed.options();
        int[][] points = new int[POINTS][options.length];
        for (int[] point : points) {
            for (int decision = 0; decision < options.length; decision++) {
                point[decision] = random.nextInt(options[decision]);
            }
        }
        return points;
    }

    private static double variance(Forest forest, int[][] points) {
        Spread spread = new Spread();
        for (int[] point : points) {
            spread.add(forest.value(point));
        }
        return spread.variance();
    }

    /** Each point with each of the decision's options: its means tell the main effect, its spread at a point the total one. */
    private static Effect effect(Forest forest, int[][] points, int decision, int options, double variance) {
        double[] sums = new double[options];
        double within = 0;
        for (int[] point : points) {
            int[] moved = point.clone();
            Spread here = new Spread();
            for (int option = 0; option < options; option++) {
                moved[decision] = option;
                double value = forest.value(moved);
                sums[option] += value;
                here.add(value);
            }
            within += here.variance();
        }
        Spread between = new Spread();
        for (double sum : sums) {
            between.add(sum / points.length);
        }
        return new Effect(Math.min(1, between.variance() / variance), Math.min(1, within / points.length / variance));
    }
}
