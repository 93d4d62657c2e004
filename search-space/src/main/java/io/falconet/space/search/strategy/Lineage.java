package io.falconet.space.search.strategy;

import io.falconet.space.space.Choice;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * The children of a search, one after the other, in lagged steady state: child i is bred from the outcomes of children 0 …
 * i − lag − 1 alone and from randomness of its own, whichever outcomes are known first.
 *
 * <p>A child is the first of a strategy's proposals that is new and can be tried. Where the strategy has none in many draws,
 * the space itself is asked: all of it if it is small, otherwise at random. Seeds come before all, each as the child of its
 * place.
 */
public final class Lineage {
    private static final int DRAWS = 200;
    private static final int FURTHER_DRAWS = 2_000;
    private static final long SMALL_SPACE = 5_000;

    private final Remembered candidates;
    private final SearchStrategy strategy;
    private final Randomness randomness;
    private final List<Genome> seeds;
    private final int lag;
    private final Set<String> proposed = new HashSet<>();
    private final List<Candidate> children = new ArrayList<>();
    /** By child; null while its outcome is not known. */
    private final List<Known> known = new ArrayList<>();

    private int settled;

    /**
     * A lineage without children.
     *
     * @param seeds the first children
     * @param lag outcomes of so many children before a child are not looked at, from 0
     */
    public Lineage(Remembered candidates, SearchStrategy strategy, Randomness randomness, List<Genome> seeds, int lag) {
        this.candidates = candidates;
        this.strategy = strategy;
        this.randomness = randomness;
        this.seeds = List.copyOf(seeds);
        this.lag = lag;
    }

    /** Children so far: the next one's number. */
    public int size() {
        return children.size();
    }

    /** Whether all that the next child is bred from is known. */
    public boolean nextMayBeBred() {
        return settled >= size() - lag;
    }

    /** Breeds the next child; nothing where no candidate is left. */
    public Optional<Candidate> next() {
        if (!nextMayBeBred()) {
            throw new IllegalStateException("Child %d is bred from the outcomes of the first %d; %d are known."
                    .formatted(size(), size() - lag, settled));
        }
        RandomGenerator random = randomness.child(size());
        int bredFrom = Math.max(0, size() - lag);
        Moment moment = new Moment(size(), known.subList(0, bredFrom), List.copyOf(children.subList(bredFrom, size())));
        Optional<Candidate> child = seed().or(() -> Stream.concat(
                        strategy.proposals(moment, random).limit(DRAWS), fromTheWholeSpace(random))
                .map(candidates::of)
                .filter(candidate -> candidate.objection().isEmpty() && !proposed.contains(candidate.id()))
                .findFirst());
        child.ifPresent(candidate -> {
            proposed.add(candidate.id());
            children.add(candidate);
            known.add(null);
        });
        return child;
    }

    /**
     * Tells what came of a child.
     *
     * @param point where it lies in the space of objectives, to be minimised; nothing if it failed
     */
    public void told(int child, Optional<double[]> point) {
        known.set(child, new Known(children.get(child), point));
        while (settled < known.size() && known.get(settled) != null) {
            settled++;
        }
    }

    /** Why no candidate is left, for people. */
    public String exhaustion() {
        long refused = candidates.judged().stream()
                .filter(candidate -> candidate.objection().isPresent())
                .count();
        Optional<String> example = candidates.judged().stream()
                .flatMap(candidate ->
                        candidate.objection().map(why -> candidates.text(candidate.genome()) + ": " + why).stream())
                .sorted()
                .findFirst();
        return "of %d that were drawn from %s, %d were tried, %d cannot be tried%s and the others build networks that were tried. Maybe allow more choices, raise the limits or plan fewer trials."
                .formatted(
                        candidates.judged().size(),
                        candidates.name(),
                        proposed.size(),
                        refused,
                        example.map(it -> " (such as " + it + ")").orElse(""));
    }

    /** The seed in the next child's place. One that breaks a limit is proposed all the same: its outcome says so. */
    private Optional<Candidate> seed() {
        return seeds.stream()
                .skip(size())
                .findFirst()
                .map(candidates::of)
                .filter(candidate -> !candidate.id().isEmpty() && !proposed.contains(candidate.id()));
    }

    private Stream<Genome> fromTheWholeSpace(RandomGenerator random) {
        double size = candidates.choices().stream()
                .mapToDouble(choice -> choice.options().size())
                .reduce(1, (a, b) -> a * b);
        if (size > SMALL_SPACE) {
            return Stream.generate(() -> candidates.draw(random)).limit(FURTHER_DRAWS);
        }
        long points = (long) size;
        long start = random.nextLong(points);
        return Stream.iterate(0L, i -> i + 1).limit(points).map(i -> genome((start + i) % points));
    }

    /** The genome of that place among all of the space, the first choice turning fastest. */
    private Genome genome(long place) {
        List<Choice> choices = candidates.choices();
        int[] options = new int[choices.size()];
        long rest = place;
        for (int i = 0; i < options.length; i++) {
            int count = choices.get(i).options().size();
            options[i] = (int) (rest % count);
            rest /= count;
        }
        return new Genome(options);
    }
}
