package io.falconet.space.search.strategy;

import io.falconet.space.search.pareto.Fronts;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * Regularised evolution (Real et al., 2019): each child is a mutant of the best of a few, drawn among those tried last. Who
 * is old is a parent no more, however good. Of several objectives, the best of a few is one on their front.
 *
 * @param population how many of those tried last may be parents
 */
record RegularizedEvolution(Candidates candidates, int population, Randomness randomness) implements SearchStrategy {
    private static final double SAMPLED = 0.2;

    @Override
    public Stream<Suggestion> proposals(Moment moment, RandomGenerator random) {
        List<Known> evaluated =
                moment.known().stream().filter(it -> it.point().isPresent()).toList();
        if (moment.child() < population || evaluated.size() < 2) {
            Genome even = new LatinHypercube(candidates.choices(), population, randomness).sample(moment.child());
            return Stream.concat(
                    Stream.of(Suggestion.even(even)), new RandomSearch(candidates).proposals(moment, random));
        }
        List<Known> alive = evaluated.subList(Math.max(0, evaluated.size() - population), evaluated.size());
        Breeding breeding = new Breeding(candidates.choices());
        return Stream.generate(() -> {
            Genome parent = parent(alive, random);
            return Suggestion.mutant(breeding.mutant(parent, random), parent);
        });
    }

    private Genome parent(List<Known> alive, RandomGenerator random) {
        List<Known> rest = new ArrayList<>(alive);
        List<Known> drawn = new ArrayList<>();
        int count = Math.max(2, (int) Math.round(SAMPLED * population));
        while (drawn.size() < count && !rest.isEmpty()) {
            drawn.add(rest.remove(random.nextInt(rest.size())));
        }
        List<Known> front = Fronts.best(drawn, 1, it -> it.point().orElseThrow());
        return front.get(random.nextInt(front.size())).candidate().genome();
    }
}
