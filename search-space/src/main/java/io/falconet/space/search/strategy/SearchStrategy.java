package io.falconet.space.search.strategy;

import io.falconet.space.study.StudySpec.StrategySpec;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * Chooses what to try next. A strategy's proposals follow from its arguments alone, so that a search can be replayed; what it
 * keeps between calls only saves time.
 */
public interface SearchStrategy {
    /**
     * What to try as the given child: an endless stream, from which the first that is new and within the limits is
     * taken.
     *
     * @param random the child's own randomness
     */
    Stream<Suggestion> proposals(Moment moment, RandomGenerator random);

    /**
     * The strategy that is asked for.
     *
     * @param candidates what it chooses from
     * @throws IllegalArgumentException if there is none of that name
     */
    static SearchStrategy of(StrategySpec asked, Candidates candidates, Randomness randomness) {
        return switch (asked.name()) {
            case StrategySpec.RANDOM -> new RandomSearch(candidates);
            case StrategySpec.EVOLUTION -> new RegularizedEvolution(candidates, asked.population(), randomness);
            case StrategySpec.NSGA2 -> new Nsga2(candidates, asked.population(), randomness);
            case StrategySpec.SURROGATE -> new SurrogateSearch(candidates, asked.population(), randomness);
            default ->
                throw new IllegalArgumentException("A strategy is one of %s, found %s. Maybe %s."
                        .formatted(StrategySpec.NAMES, asked.name(), StrategySpec.USUAL.name()));
        };
    }
}
