package io.falconet.space.search.strategy;

import io.falconet.space.search.pareto.Fronts;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * NSGA-II (Deb et al., 2002) in steady state: each child is {@linkplain Breeding bred} on its own, from parents that a
 * tournament picks among the best known. The first {@code population} children are laid out evenly instead, and so are those
 * that come before two outcomes are known.
 *
 * @param population how many of the best may be parents
 */
record Nsga2(Candidates candidates, int population, Randomness randomness) implements SearchStrategy {
    @Override
    public Stream<Suggestion> proposals(Moment moment, RandomGenerator random) {
        List<Known> evaluated =
                moment.known().stream().filter(it -> it.point().isPresent()).toList();
        if (moment.child() < population || evaluated.size() < 2) {
            Genome even = new LatinHypercube(candidates.choices(), population, randomness).sample(moment.child());
            return Stream.concat(
                    Stream.of(Suggestion.even(even)), new RandomSearch(candidates).proposals(moment, random));
        }
        List<Known> best = Fronts.best(evaluated, population, it -> it.point().orElseThrow());
        return new Breeding(candidates.choices()).children(best, population, random);
    }
}
