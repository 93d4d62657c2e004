package io.falconet.space.search;

import io.falconet.space.search.SearchStrategy.Known;
import io.falconet.space.space.Architecture;
import io.falconet.space.space.FittedSeed;
import io.falconet.space.space.SearchSpace;
import io.falconet.space.study.StudySpec;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * Takes from a strategy's proposals the first whose network is new to the search and within the study's limits. Where the
 * strategy has none in many draws, the space itself is asked: all of it if it is small, otherwise at random. A study's
 * seeds come before all, each as the child of its place.
 */
final class Proposer {
    private static final int DRAWS = 200;
    private static final int FURTHER_DRAWS = 2_000;
    private static final long SMALL_SPACE = 5_000;

    private final SearchSpace space;
    private final int classes;
    private final StudySpec study;
    private final SearchStrategy strategy;
    private final Randomness randomness;
    private final List<Architecture> seeds;
    private final Map<Architecture, Candidate> judged = new HashMap<>();
    private final Set<String> proposed = new HashSet<>();

    Proposer(SearchSpace space, int classes, StudySpec study) {
        this.space = space;
        this.classes = classes;
        this.study = study;
        this.strategy = SearchStrategy.of(study, space);
        this.randomness = new Randomness(study.seed());
        this.seeds = study.seeds().stream()
                .map(name -> FittedSeed.named(name, space).architecture())
                .toList();
    }

    /**
     * The trial to make of the given child; nothing where no candidate is left. Each network is proposed once.
     *
     * @param known what is known to the child, by number
     */
    Optional<TrialRequest> propose(int child, List<Known> known) {
        RandomGenerator random = randomness.child(child);
        Optional<Candidate> found = seed(child).or(() -> Stream.concat(
                        strategy.proposals(child, known, random).limit(DRAWS), fromTheWholeSpace(child, known, random))
                .map(this::judge)
                .filter(candidate -> candidate.objection().isEmpty() && !proposed.contains(candidate.networkId()))
                .findFirst());
        found.ifPresent(candidate -> proposed.add(candidate.networkId()));
        return found.map(candidate -> new TrialRequest(
                child,
                candidate.architecture(),
                candidate.networkId(),
                study.fidelity(),
                randomness.evaluation(candidate.networkId())));
    }

    /** The seed in the child's place. One that breaks a limit is proposed all the same: its outcome says so. */
    private Optional<Candidate> seed(int child) {
        return seeds.stream()
                .skip(child)
                .findFirst()
                .map(this::judge)
                .filter(candidate -> !candidate.networkId().isEmpty() && !proposed.contains(candidate.networkId()));
    }

    private Candidate judge(Architecture architecture) {
        return judged.computeIfAbsent(architecture, it -> Candidate.of(it, space, classes, study));
    }

    /** Why nothing is left, for people. */
    String exhaustion() {
        Optional<String> example = judged.values().stream()
                .flatMap(candidate -> candidate.objection().map(why -> candidate.architecture() + ": " + why).stream())
                .sorted()
                .findFirst();
        long refused = judged.values().stream()
                .filter(candidate -> candidate.objection().isPresent())
                .count();
        return "A new architecture was expected for trial %d of %d, found none: of %d that were drawn from %s, %d were tried, %d cannot be tried%s and the others build networks that were tried. Maybe allow more choices, raise the limits or plan fewer trials."
                .formatted(
                        proposed.size() + 1,
                        study.trials(),
                        judged.size(),
                        space.name(),
                        proposed.size(),
                        refused,
                        example.map(it -> " (such as " + it + ")").orElse(""));
    }

    private Stream<Architecture> fromTheWholeSpace(int child, List<Known> known, RandomGenerator random) {
        double size = space.choices().stream()
                .mapToDouble(choice -> choice.options().size())
                .reduce(1, (a, b) -> a * b);
        if (size > SMALL_SPACE) {
            return new RandomSearch(space).proposals(child, known, random).limit(FURTHER_DRAWS);
        }
        long points = (long) size;
        long start = random.nextLong(points);
        return Stream.iterate(0L, i -> i + 1).limit(points).map(i -> architecture((start + i) % points));
    }

    /** The architecture of that place among all of the space, the first choice turning fastest. */
    private Architecture architecture(long place) {
        int[] options = new int[space.choices().size()];
        long rest = place;
        for (int i = 0; i < options.length; i++) {
            int count = space.choices().get(i).options().size();
            options[i] = (int) (rest % count);
            rest /= count;
        }
        return space.architecture(options);
    }
}
