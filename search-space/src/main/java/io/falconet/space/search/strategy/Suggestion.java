package io.falconet.space.search.strategy;

import java.util.List;

/**
 * Decisions that a strategy would try, and how it came by them.
 *
 * @param parents the decisions of those that it bred them from, of those known: as many as the origin says
 */
public record Suggestion(Genome genome, Origin origin, List<Genome> parents) {
    /** Decisions drawn at random. */
    public static Suggestion drawn(Genome genome) {
        return new Suggestion(genome, Origin.DRAWN, List.of());
    }

    /** Decisions laid out with others, evenly. */
    static Suggestion even(Genome genome) {
        return new Suggestion(genome, Origin.EVEN, List.of());
    }

    /** Decisions found in a survey of the whole space. */
    static Suggestion surveyed(Genome genome) {
        return new Suggestion(genome, Origin.SURVEYED, List.of());
    }

    /** Decisions of which a parent had most. */
    static Suggestion mutant(Genome genome, Genome parent) {
        return new Suggestion(genome, Origin.MUTANT, List.of(parent));
    }

    /**
     * Decisions of two parents. Where crossing changed nothing, as it does by chance or of parents that are alike, they are
     * those of one of them alone.
     *
     * @param crossed what the child was before it was mutated
     */
    static Suggestion child(Genome genome, Genome crossed, Genome father, Genome mother) {
        if (crossed.equals(father)) {
            return mutant(genome, father);
        }
        return crossed.equals(mother)
                ? mutant(genome, mother)
                : new Suggestion(genome, Origin.CROSSED, List.of(father, mother));
    }
}
