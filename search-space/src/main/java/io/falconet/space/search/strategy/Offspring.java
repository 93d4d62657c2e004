package io.falconet.space.search.strategy;

import io.falconet.space.space.Choice;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Candidates of which one may be tried next: everything one decision away from the very best known, mutants and children of
 * the best, and others drawn from the whole space, without which a search would never leave where it is.
 *
 * @param best how many of the best known are bred from
 */
record Offspring(Candidates candidates, int best) {
    private static final int NEIGHBOURED = 4;
    private static final int MUTANTS = 60;
    private static final int CHILDREN = 60;
    private static final int DRAWN = 100;

    /**
     * Different candidates, some of which may have been tried or cannot be.
     *
     * @param costs by outcome known: the less, the better
     */
    List<Candidate> of(List<Known> evaluated, double[] costs, RandomGenerator random) {
        List<Genome> parents = IntStream.range(0, costs.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> costs[i]))
                .limit(best)
                .map(i -> evaluated.get(i).candidate().genome())
                .toList();
        Breeding breeding = new Breeding(candidates.choices());
        Set<Genome> genomes = new LinkedHashSet<>();
        parents.stream().limit(NEIGHBOURED).flatMap(this::neighbours).forEach(genomes::add);
        for (int i = 0; i < MUTANTS; i++) {
            genomes.add(breeding.mutant(breeding.mutant(any(parents, random), random), random));
        }
        for (int i = 0; i < CHILDREN; i++) {
            genomes.add(breeding.child(any(parents, random), any(parents, random), random));
        }
        Stream.generate(() -> candidates.draw(random)).limit(DRAWN).forEach(genomes::add);
        return genomes.stream().map(candidates::of).toList();
    }

    private static Genome any(List<Genome> parents, RandomGenerator random) {
        return parents.get(random.nextInt(parents.size()));
    }

    private Stream<Genome> neighbours(Genome genome) {
        List<Choice> choices = candidates.choices();
        return IntStream.range(0, genome.size()).boxed().flatMap(choice -> IntStream.range(
                        0, choices.get(choice).options().size())
                .filter(option -> option != genome.option(choice))
                .mapToObj(option -> genome.with(choice, option)));
    }
}
