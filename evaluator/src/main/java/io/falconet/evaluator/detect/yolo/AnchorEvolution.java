package io.falconet.evaluator.detect.yolo;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Improves anchors by mutation, as YOLOv5's auto-anchor does: each generation multiplies sides by random factors and keeps
 * the result where the {@linkplain AnchorFit#fitness fitness} grew. Cost: generations times objects times anchors. The same
 * seed and objects give the same anchors.
 *
 * @param mostRatio an anchor may predict objects up to this many times as wide or high, or as narrow or low
 * @param generations how often anchors are mutated; 0 leaves them as they are
 * @param seed of the mutations
 */
public record AnchorEvolution(double mostRatio, int generations, long seed) {
    private static final double MUTATED = 0.9;
    private static final double DEVIATION = 0.1;
    private static final double LEAST_FACTOR = 0.3;
    private static final double MOST_FACTOR = 3;
    private static final double LEAST_SIDE = 2;

    public AnchorEvolution {
        if (generations < 0) {
            throw new IllegalArgumentException("0 generations or more were expected, found " + generations + ".");
        }
    }

    /**
     * The fittest anchors found, by rising area.
     *
     * @param objects sizes in the anchors' unit, pixels
     * @throws IllegalArgumentException if there are no objects or no anchors
     */
    public List<Anchor> evolve(List<Anchor> objects, List<Anchor> start) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Anchor> best = List.copyOf(start);
        double fitness = AnchorFit.of(objects, best, mostRatio).fitness();
        for (int generation = 0; generation < generations; generation++) {
            List<Anchor> child = mutant(best, random);
            double childs = AnchorFit.of(objects, child, mostRatio).fitness();
            if (childs > fitness) {
                fitness = childs;
                best = child;
            }
        }
        return best.stream().sorted(Comparator.comparing(Anchor::area)).toList();
    }

    private static List<Anchor> mutant(List<Anchor> anchors, SplittableRandom random) {
        List<Anchor> mutant;
        do {
            mutant = new ArrayList<>();
            for (Anchor anchor : anchors) {
                mutant.add(new Anchor(side(anchor.width(), random), side(anchor.height(), random)));
            }
        } while (mutant.equals(anchors));
        return mutant;
    }

    private static double side(double side, SplittableRandom random) {
        if (random.nextDouble() >= MUTATED) {
            return side;
        }
        double factor = 1 + random.nextDouble() * random.nextGaussian() * DEVIATION;
        return Math.max(LEAST_SIDE, side * Math.min(MOST_FACTOR, Math.max(LEAST_FACTOR, factor)));
    }
}
