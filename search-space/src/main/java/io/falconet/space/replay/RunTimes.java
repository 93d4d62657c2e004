package io.falconet.space.replay;

import io.falconet.space.search.strategy.Genome;
import java.util.SplittableRandom;

/** How long evaluations take, in any one unit. */
@FunctionalInterface
public interface RunTimes {
    /** So far from the median, in standard deviations, do 95 % of normal draws lie. */
    double NINETY_FIVE = 1.96;

    /**
     * How long an evaluation takes.
     *
     * @param child its number
     * @param seed of the search
     */
    double of(Genome genome, int child, long seed);

    /**
     * Drawn from a log-normal distribution of which 95 % lie within that factor from the fastest to the slowest, with a
     * median of 1.
     *
     * @throws IllegalArgumentException if the factor is under 1
     */
    static RunTimes drawn(double spread) {
        if (!(spread >= 1)) {
            throw new IllegalArgumentException(
                    "Run times spread by a factor of at least 1, found %s. Maybe 10.".formatted(spread));
        }
        double deviation = Math.log(spread) / (2 * NINETY_FIVE);
        return (genome, child, seed) ->
                Math.exp(deviation * new SplittableRandom(seed * 0x9e3779b97f4a7c15L + child).nextGaussian());
    }
}
