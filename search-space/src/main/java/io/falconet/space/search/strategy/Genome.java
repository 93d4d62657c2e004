package io.falconet.space.search.strategy;

import java.util.Arrays;

/**
 * The decisions of an architecture as numbers: the index of the option taken, choice by choice. What strategies breed and
 * compare.
 */
public final class Genome {
    private final int[] options;

    /** Decisions in the order of the space's choices. */
    public Genome(int... options) {
        this.options = options.clone();
    }

    /** How many decisions. */
    public int size() {
        return options.length;
    }

    /** The option taken for the choice of that index. */
    public int option(int choice) {
        return options[choice];
    }

    /** The options taken, by choice. */
    public int[] options() {
        return options.clone();
    }

    /** The same but for one decision. */
    public Genome with(int choice, int option) {
        int[] changed = options.clone();
        changed[choice] = option;
        return new Genome(changed);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Genome genome && Arrays.equals(options, genome.options);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(options);
    }

    @Override
    public String toString() {
        return Arrays.toString(options);
    }
}
