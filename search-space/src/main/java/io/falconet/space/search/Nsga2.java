package io.falconet.space.search;

import io.falconet.space.space.Architecture;
import io.falconet.space.space.SearchSpace;
import io.jenetics.Alterer;
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
 * NSGA-II (Deb et al., 2002) in steady state: each child is bred on its own, from parents that a tournament picks among
 * the best known by front and crowding, through crossover and mutation. The first {@code population} children are laid
 * out evenly instead, and so are those that come before two outcomes are known.
 *
 * @param population how many of the best may be parents
 */
record Nsga2(SearchSpace space, int population, Randomness randomness) implements SearchStrategy {
    private static final double CROSSOVER_RATE = 0.7;
    private static final double SWAP_RATE = 0.2;
    private static final double MEAN_MUTATIONS = 1;

    @Override
    public Stream<Architecture> proposals(int child, List<Known> known, RandomGenerator random) {
        ISeq<Phenotype<DecisionGene, Vec<double[]>>> evaluated = known.stream()
                .filter(it -> it.point().isPresent())
                .map(it -> Phenotype.of(
                        DecisionChromosome.encode(space, it.architecture()),
                        0,
                        Vec.of(it.point().get())))
                .collect(ISeq.toISeq());
        if (child < population || evaluated.size() < 2) {
            Architecture even = new LatinHypercube(space, population, randomness).sample(child);
            return Stream.concat(Stream.of(even), new RandomSearch(space).proposals(child, known, random));
        }
        ISeq<Phenotype<DecisionGene, Vec<double[]>>> best = NSGA2Selector.<DecisionGene, double[], Vec<double[]>>ofVec()
                .select(evaluated, Math.min(population, evaluated.size()), Optimize.MINIMUM);
        return Stream.generate(() -> RandomRegistry.with(random, it -> breed(best)));
    }

    private Architecture breed(ISeq<Phenotype<DecisionGene, Vec<double[]>>> best) {
        ISeq<Phenotype<DecisionGene, Vec<double[]>>> parents =
                UFTournamentSelector.<DecisionGene, double[], Vec<double[]>>ofVec()
                        .select(best, 2, Optimize.MINIMUM);
        Alterer<DecisionGene, Vec<double[]>> alterer = new UniformCrossover<DecisionGene, Vec<double[]>>(
                        CROSSOVER_RATE, SWAP_RATE)
                .andThen(new DecisionMutator<>(MEAN_MUTATIONS));
        return DecisionChromosome.decode(
                space, alterer.alter(parents, 0).population().get(0).genotype());
    }
}
