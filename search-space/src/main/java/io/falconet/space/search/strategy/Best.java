package io.falconet.space.search.strategy;

/**
 * The best of one objective.
 *
 * @param least score known
 */
record Best(double least) implements Goal {
    @Override
    public double cost(double[] scores) {
        return scores[0];
    }

    @Override
    public double improvement(double[] scores) {
        return Math.max(0, least - scores[0]);
    }
}
