package io.falconet.space.search.strategy;

import java.util.List;
import java.util.Optional;

/**
 * Where a trial comes from. It follows from the search alone, so that a search that is resumed tells the same of each trial.
 *
 * @param origin how the search came by it
 * @param parents numbers of the trials that it is made of, as many as its origin says: earlier ones of the same study
 * @param seed the name, or the architecture's text, by which the study names it; empty of all that are no seeds
 */
public record Descent(Origin origin, List<Integer> parents, Optional<String> seed) {
    public Descent {
        parents = List.copyOf(parents);
        if (parents.size() != origin.parents() || seed.isPresent() != (origin == Origin.SEED)) {
            throw new IllegalArgumentException(
                    "One of origin %s has %d parents and %s name, found the parents %s and the name %s."
                            .formatted(
                                    origin,
                                    origin.parents(),
                                    origin == Origin.SEED ? "a" : "no",
                                    parents,
                                    seed.orElse("none")));
        }
    }

    /** Of one that is no seed. */
    public Descent(Origin origin, List<Integer> parents) {
        this(origin, parents, Optional.empty());
    }

    /** Of one that the study names so. */
    public static Descent seed(String name) {
        return new Descent(Origin.SEED, List.of(), Optional.of(name));
    }

    /** Of one in which the training of that trial goes on. */
    public static Descent promoted(int number) {
        return new Descent(Origin.PROMOTED, List.of(number));
    }

    /** For people: {@code crossed from trials 3 and 9}. */
    public String words() {
        return switch (origin) {
            case DRAWN -> "drawn at random";
            case EVEN -> "one of the first, laid out evenly";
            case SEED -> "seed of the study";
            case SURVEYED -> "picked from the whole space by what was learned";
            case MUTANT -> "mutated from trial " + parents.get(0);
            case CROSSED -> "crossed from trials %d and %d".formatted(parents.get(0), parents.get(1));
            case PROMOTED -> "trial %d, trained on".formatted(parents.get(0));
        };
    }
}
