package io.falconet.space.search;

import io.falconet.space.space.Architecture;
import io.falconet.space.space.SearchSpace;
import io.falconet.space.study.StudySpec;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * Chooses what to try next. A strategy keeps no state: its proposals follow from its arguments alone, so that a search can
 * be replayed.
 */
interface SearchStrategy {
    /**
     * What to try as the given child: an endless stream, from which the first that is new and within the limits is
     * taken.
     *
     * @param child the child's number, from 0
     * @param known what is known to the child, by number
     * @param random the child's own randomness
     */
    Stream<Architecture> proposals(int child, List<Known> known, RandomGenerator random);

    /**
     * An architecture that was tried.
     *
     * @param point where it lies in the space of objectives, to be minimised; nothing if it failed, which ranks worst
     */
    record Known(Architecture architecture, Optional<double[]> point) {}

    /** The strategy that the study asks for. */
    static SearchStrategy of(StudySpec study, SearchSpace space) {
        return switch (study.strategy().name()) {
            case "random" -> new RandomSearch(space);
            case "nsga2" -> new Nsga2(space, study.strategy().population(), new Randomness(study.seed()));
            default ->
                throw new IllegalArgumentException("A strategy is nsga2 or random, found "
                        + study.strategy().name() + ". Maybe nsga2.");
        };
    }
}
