package io.falconet.space.search.strategy;

import io.falconet.space.space.Choice;
import io.jenetics.Gene;
import io.jenetics.util.RandomRegistry;
import java.util.random.RandomGenerator;

/**
 * One decision, as Jenetics sees it.
 *
 * @param choice what is decided
 * @param allele the option taken, by index
 */
record DecisionGene(Choice choice, Integer allele) implements Gene<Integer, DecisionGene> {
    private static final double NEIGHBOUR_RATE = 0.8;

    @Override
    public DecisionGene newInstance() {
        return newInstance(RandomRegistry.random().nextInt(choice.options().size()));
    }

    @Override
    public DecisionGene newInstance(Integer option) {
        return new DecisionGene(choice, option);
    }

    @Override
    public boolean isValid() {
        return allele >= 0 && allele < choice.options().size();
    }

    /** Whether there is anything else to decide. */
    boolean free() {
        return choice.options().size() > 1;
    }

    /**
     * Another decision; only for a {@linkplain #free() free} one. A choice between amounts mostly moves to a neighbour:
     * what is a little wider or deeper is a little different.
     */
    DecisionGene mutant(RandomGenerator random) {
        int last = choice.options().size() - 1;
        if (choice.ordered() && random.nextDouble() < NEIGHBOUR_RATE) {
            boolean up = allele == 0 || allele < last && random.nextBoolean();
            return newInstance(up ? allele + 1 : allele - 1);
        }
        int other = random.nextInt(last);
        return newInstance(other < allele ? other : other + 1);
    }
}
