package io.falconet.space.search.strategy;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * All randomness of a study, as streams that do not depend on each other: a child's is the same whatever was drawn for
 * the others.
 *
 * @param seed the study's
 */
public record Randomness(long seed) {
    /** The stream from which a child is bred. */
    public RandomGenerator child(int number) {
        return new SplittableRandom(mix(mix(seed) + 2L * number));
    }

    /** The stream from which a block of first children is laid out. */
    RandomGenerator block(int number) {
        return new SplittableRandom(mix(mix(seed) + 2L * number + 1));
    }

    /** The stream by which what outcomes tell of an objective is learned. */
    RandomGenerator learning(int objective, int outcomes) {
        return new SplittableRandom(mix(mix(mix(seed) + objective) + outcomes));
    }

    /** The seed of an architecture's evaluation. */
    public long evaluation(String networkId) {
        return mix(mix(seed) ^ Long.parseUnsignedLong(networkId, 16));
    }

    /** Stafford's thirteenth mixer, as in SplitMix64 (Steele, Lea and Flood, 2014). */
    private static long mix(long value) {
        long mixed = value + 0x9e3779b97f4a7c15L;
        mixed = (mixed ^ (mixed >>> 30)) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
        return mixed ^ (mixed >>> 31);
    }
}
