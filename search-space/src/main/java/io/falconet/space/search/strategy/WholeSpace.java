package io.falconet.space.search.strategy;

import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** Where to look when a strategy has nothing new: all of a small space, of a large one what many draws find. */
record WholeSpace(Candidates candidates) {
    private static final int DRAWS = 2_000;
    private static final long SMALL = 5_000;

    Stream<Suggestion> suggestions(RandomGenerator random) {
        double size = candidates.choices().stream()
                .mapToDouble(choice -> choice.options().size())
                .reduce(1, (a, b) -> a * b);
        if (size > SMALL) {
            return new RandomSearch(candidates).drawn(random).limit(DRAWS);
        }
        long points = (long) size;
        long start = random.nextLong(points);
        return Stream.iterate(0L, i -> i + 1)
                .limit(points)
                .map(i -> Suggestion.drawn(Genome.at((start + i) % points, candidates.choices())));
    }
}
