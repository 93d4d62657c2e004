package io.falconet.space.search.strategy;

import java.util.List;
import java.util.random.RandomGenerator;

/**
 * The part of the front at which a child aims: how much each objective weighs. Aims are drawn anew for each child, so that
 * children come to lie along the whole front, its ends included (ParEGO; Knowles, 2006).
 *
 * @param weights by objective, with a sum of 1
 * @param ideal by objective: the best score known
 * @param reference by objective: the worst score that counts
 * @param least the least cost known
 */
record Aim(double[] weights, double[] ideal, double[] reference, double least) implements Goal {
    /** How often all weight lies on one objective. */
    private static final double AT_AN_END = 0.3;
    /** How much the sum of the scores counts beside the largest, so that what is dominated costs more. */
    private static final double SUM = 0.05;

    /** An aim at any part of the front of those known, all of them as likely. */
    static Aim draw(List<double[]> known, double[] reference, RandomGenerator random) {
        int objectives = known.get(0).length;
        double[] weights = new double[objectives];
        if (random.nextDouble() < AT_AN_END) {
            weights[random.nextInt(objectives)] = 1;
            return at(weights, reference, known);
        }
        double sum = 0;
        for (int i = 0; i < objectives; i++) {
            weights[i] = -Math.log(1 - random.nextDouble());
            sum += weights[i];
        }
        for (int i = 0; i < objectives; i++) {
            weights[i] /= sum;
        }
        return at(weights, reference, known);
    }

    private static Aim at(double[] weights, double[] reference, List<double[]> known) {
        double[] ideal = known.get(0).clone();
        for (double[] scores : known) {
            for (int i = 0; i < ideal.length; i++) {
                ideal[i] = Math.min(ideal[i], scores[i]);
            }
        }
        Aim aim = new Aim(weights, ideal, reference, Double.POSITIVE_INFINITY);
        double least = known.stream().mapToDouble(aim::cost).min().orElseThrow();
        return new Aim(weights, ideal, reference, least);
    }

    @Override
    public double improvement(double[] scores) {
        for (int i = 0; i < scores.length; i++) {
            if (scores[i] > reference[i]) {
                return 0;
            }
        }
        return Math.max(0, least - cost(scores));
    }

    /** How far from the aim scores are: the augmented Chebyshev distance to the ideal. Of one objective the score itself. */
    @Override
    public double cost(double[] scores) {
        if (scores.length == 1) {
            return scores[0];
        }
        double most = Double.NEGATIVE_INFINITY;
        double sum = 0;
        for (int i = 0; i < scores.length; i++) {
            double weighted = weights[i] * (scores[i] - ideal[i]);
            most = Math.max(most, weighted);
            sum += weighted;
        }
        return most + SUM * sum;
    }
}
