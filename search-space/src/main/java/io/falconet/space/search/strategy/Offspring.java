package io.falconet.space.search.strategy;

import io.falconet.space.space.Choice;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What may be tried next: everything one decision away from the very best known, mutants and children of
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
     * Different decisions by themselves, some of which may have been tried or cannot be; the caller may remove any.
     *
     * @param costs by outcome known: the less, the better
     */
    Map<Genome, Suggestion> of(List<Known> evaluated, double[] costs, RandomGenerator random) {
        List<Genome> parents = IntStream.range(0, costs.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> costs[i]))
                .limit(best)
                .map(i -> evaluated.get(i).candidate().genome())
                .toList();
        Breeding breeding = new Breeding(candidates.choices());
        Map<Genome, Suggestion> offspring = new LinkedHashMap<>();
        Consumer<Suggestion> add = each -> offspring.putIfAbsent(each.genome(), each);
        parents.stream().limit(NEIGHBOURED).flatMap(this::neighbours).forEach(add);
        for (int i = 0; i < MUTANTS; i++) {
            Genome parent = any(parents, random);
            add.accept(Suggestion.mutant(breeding.mutant(breeding.mutant(parent, random), random), parent));
        }
        for (int i = 0; i < CHILDREN; i++) {
            add.accept(breeding.child(any(parents, random), any(parents, random), random));
        }
        new RandomSearch(candidates).drawn(random).limit(DRAWN).forEach(add);
        return offspring;
    }

    private static Genome any(List<Genome> parents, RandomGenerator random) {
        return parents.get(random.nextInt(parents.size()));
    }

    private Stream<Suggestion> neighbours(Genome genome) {
        List<Choice> choices = candidates.choices();
        return IntStream.range(0, genome.size()).boxed().flatMap(choice -> IntStream.range(
                        0, choices.get(choice).options().size())
                .filter(option -> option != genome.option(choice))
                .mapToObj(option -> Suggestion.mutant(genome.with(choice, option), genome)));
    }
}
