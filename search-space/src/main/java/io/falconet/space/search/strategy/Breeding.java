package io.falconet.space.search.strategy;

import io.falconet.space.space.Choice;
import io.jenetics.Optimize;
import io.jenetics.Phenotype;
import io.jenetics.UniformCrossover;
import io.jenetics.ext.moea.NSGA2Selector;
import io.jenetics.ext.moea.UFTournamentSelector;
import io.jenetics.ext.moea.Vec;
import io.jenetics.util.ISeq;
import io.jenetics.util.RandomRegistry;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * Children of parents that a tournament picks by front and crowding, through crossover and mutation (Deb et al., 2002).
 *
 * @param choices what genomes decide
 */
record Breeding(List<Choice> choices) {
    private static final double CROSSOVER_RATE = 0.7;
    private static final double SWAP_RATE = 0.2;
    private static final double MEAN_MUTATIONS = 1;

    /** Endless children of the best of those known, all of which have a point. */
    Stream<Suggestion> children(List<Known> known, int best, RandomGenerator random) {
        ISeq<Phenotype<DecisionGene, Vec<double[]>>> parents =
                NSGA2Selector.<DecisionGene, double[], Vec<double[]>>ofVec()
                        .select(encoded(known), Math.min(best, known.size()), Optimize.MINIMUM);
        return Stream.generate(() -> RandomRegistry.with(random, it -> child(parents)));
    }

    /** A child of one parent, which differs in a decision or some. */
    Genome mutant(Genome parent, RandomGenerator random) {
        ISeq<Phenotype<DecisionGene, Integer>> only = ISeq.of(individual(parent));
        return RandomRegistry.with(
                random,
                it -> decoded(new DecisionMutator<Integer>(MEAN_MUTATIONS)
                        .alter(only, 0)
                        .population()));
    }

    /** A child of two parents. */
    Suggestion child(Genome father, Genome mother, RandomGenerator random) {
        ISeq<Phenotype<DecisionGene, Integer>> parents = ISeq.of(individual(father), individual(mother));
        return RandomRegistry.with(random, it -> child(parents, 1, 0.5));
    }

    private Phenotype<DecisionGene, Integer> individual(Genome genome) {
        return Phenotype.of(DecisionChromosome.encode(choices, genome), 0);
    }

    private ISeq<Phenotype<DecisionGene, Vec<double[]>>> encoded(List<Known> known) {
        return known.stream()
                .map(it -> Phenotype.of(
                        DecisionChromosome.encode(choices, it.candidate().genome()),
                        0,
                        Vec.of(it.point().orElseThrow())))
                .collect(ISeq.toISeq());
    }

    private static Suggestion child(ISeq<Phenotype<DecisionGene, Vec<double[]>>> best) {
        ISeq<Phenotype<DecisionGene, Vec<double[]>>> parents =
                UFTournamentSelector.<DecisionGene, double[], Vec<double[]>>ofVec()
                        .select(best, 2, Optimize.MINIMUM);
        return child(parents, CROSSOVER_RATE, SWAP_RATE);
    }

    /** A child of two, crossed and then mutated: told apart, because crossing leaves some as they were. */
    private static <C extends Comparable<? super C>> Suggestion child(
            ISeq<Phenotype<DecisionGene, C>> parents, double crossoverRate, double swapRate) {
        ISeq<Phenotype<DecisionGene, C>> crossed = new UniformCrossover<DecisionGene, C>(crossoverRate, swapRate)
                .alter(parents, 0)
                .population();
        ISeq<Phenotype<DecisionGene, C>> mutated =
                new DecisionMutator<C>(MEAN_MUTATIONS).alter(crossed, 0).population();
        return Suggestion.child(decoded(mutated), decoded(crossed), decoded(parents), decoded(parents.subSeq(1)));
    }

    private static <C extends Comparable<? super C>> Genome decoded(ISeq<Phenotype<DecisionGene, C>> population) {
        return DecisionChromosome.decode(population.get(0).genotype());
    }
}
