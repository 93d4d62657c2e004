package io.falconet.space.search.strategy;

import io.jenetics.AbstractAlterer;
import io.jenetics.AltererResult;
import io.jenetics.Chromosome;
import io.jenetics.Genotype;
import io.jenetics.Phenotype;
import io.jenetics.util.ISeq;
import io.jenetics.util.MSeq;
import io.jenetics.util.RandomRegistry;
import io.jenetics.util.Seq;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** Changes each decision with equal chance, and at least one decision of every individual. */
final class DecisionMutator<C extends Comparable<? super C>> extends AbstractAlterer<DecisionGene, C> {
    private final double mean;

    /**
     * A mutator.
     *
     * @param mean decisions changed in an individual on average, before the rule that it be at least one
     */
    DecisionMutator(double mean) {
        super(1);
        this.mean = mean;
    }

    @Override
    public AltererResult<DecisionGene, C> alter(Seq<Phenotype<DecisionGene, C>> population, long generation) {
        RandomGenerator random = RandomRegistry.random();
        ISeq<Phenotype<DecisionGene, C>> mutants = population
                .map(parent -> Phenotype.<DecisionGene, C>of(
                        Genotype.of(mutant(parent.genotype().chromosome(), random)), generation))
                .asISeq();
        return new AltererResult<>(mutants, mutants.size());
    }

    private Chromosome<DecisionGene> mutant(Chromosome<DecisionGene> parent, RandomGenerator random) {
        MSeq<DecisionGene> decisions = MSeq.of(parent);
        int[] free = IntStream.range(0, parent.length())
                .filter(i -> parent.get(i).free())
                .toArray();
        if (free.length == 0) {
            return parent;
        }
        boolean changed = false;
        for (int i : free) {
            if (random.nextDouble() < mean / free.length) {
                decisions.set(i, decisions.get(i).mutant(random));
                changed = true;
            }
        }
        if (!changed) {
            int i = free[random.nextInt(free.length)];
            decisions.set(i, decisions.get(i).mutant(random));
        }
        return parent.newInstance(decisions.toISeq());
    }
}
