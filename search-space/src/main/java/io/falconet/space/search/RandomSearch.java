package io.falconet.space.search;

import io.falconet.space.space.Architecture;
import io.falconet.space.space.SearchSpace;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** Every option of every choice is as likely as any other, whatever is known: the baseline that others must beat. */
record RandomSearch(SearchSpace space) implements SearchStrategy {
    @Override
    public Stream<Architecture> proposals(int child, List<Known> known, RandomGenerator random) {
        return Stream.generate(() -> space.draw(random));
    }
}
