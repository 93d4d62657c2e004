package io.falconet.space.search.strategy;

/** What a child is to improve, told by scores: one an objective, the less, the better. */
interface Goal {
    /** How far from the goal scores are: the less, the better. */
    double cost(double[] scores);

    /** By how much scores improve on what is known, from 0. */
    double improvement(double[] scores);
}
