package io.falconet.space.search.strategy;

import io.falconet.space.space.Choice;
import java.util.Arrays;
import java.util.List;

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

    /** That of a place among all of a space, from 0: the first choice turns fastest. */
    static Genome at(long place, List<Choice> choices) {
        int[] options = new int[choices.size()];
        long rest = place;
        for (int i = 0; i < options.length; i++) {
            int count = choices.get(i).options().size();
            options[i] = (int) (rest % count);
            rest /= count;
        }
        return new Genome(options);
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
