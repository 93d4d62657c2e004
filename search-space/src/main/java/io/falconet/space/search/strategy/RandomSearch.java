package io.falconet.space.search.strategy;

import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** Every option of every choice is as likely as any other, whatever is known: the baseline that others must beat. */
record RandomSearch(Candidates candidates) implements SearchStrategy {
    @Override
    public Stream<Suggestion> proposals(Moment moment, RandomGenerator random) {
        return drawn(random);
    }

    Stream<Suggestion> drawn(RandomGenerator random) {
        return Stream.generate(() -> Suggestion.drawn(candidates.draw(random)));
    }
}
