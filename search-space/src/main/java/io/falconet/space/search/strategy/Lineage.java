package io.falconet.space.search.strategy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * What a search tries, one after the other, in lagged steady state: proposal i follows from the outcomes of proposals 0 …
 * i − lag − 1 alone and from randomness of its own, whichever outcomes are known first.
 *
 * <p>A proposal is a promotion where the {@link Ladder} has one, otherwise a new child: the first of a strategy's proposals
 * that is new and can be tried. Where the strategy has none in many draws, the space itself is asked: all of it if it is
 * small, otherwise at random. Seeds come before all other children, each as the child of its place.
 */
public final class Lineage {
    private static final int DRAWS = 200;
    /** Of those that took seconds to judge: who asks too much of scores is told so within minutes, not hours. */
    private static final int MOST_REFUSED = 300;

    private final Remembered candidates;
    private final SearchStrategy strategy;
    private final Randomness randomness;
    private final List<Seed> seeds;
    private final Ladder ladder;
    private final int lag;
    /** The ids of all children. */
    private final Set<String> children = new HashSet<>();
    /** Who has which decisions on which rung, by number. */
    private final Map<Place, Integer> numbers = new HashMap<>();

    private final List<Proposal> proposals = new ArrayList<>();
    /** By proposal; null while its outcome is not known. */
    private final List<Known> known = new ArrayList<>();

    private int settled;

    /** Where a parent stands. */
    private record Place(Genome genome, int rung) {}

    /** What a strategy suggests, and what it comes to. */
    private record Chosen(Suggestion suggestion, Candidate candidate) {}

    /**
     * A lineage that has proposed nothing yet.
     *
     * @param seeds the first children
     * @param ladder who goes on to longer trainings
     * @param lag outcomes of so many proposals before a proposal are not looked at, from 0
     */
    public Lineage(
            Remembered candidates,
            SearchStrategy strategy,
            Randomness randomness,
            List<Seed> seeds,
            Ladder ladder,
            int lag) {
        this.candidates = candidates;
        this.strategy = strategy;
        this.randomness = randomness;
        this.seeds = List.copyOf(seeds);
        this.ladder = ladder;
        this.lag = lag;
    }

    /** Proposals so far: the next one's number. */
    public int size() {
        return proposals.size();
    }

    /** Whether all that the next proposal follows from is known. */
    public boolean nextMayBeBred() {
        return settled >= size() - lag;
    }

    /** The next proposal; nothing where nobody is to be promoted and no candidate is left. */
    public Optional<Proposal> next() {
        if (!nextMayBeBred()) {
            throw new IllegalStateException("Proposal %d follows from the outcomes of the first %d; %d are known."
                    .formatted(size(), size() - lag, settled));
        }
        List<Known> lookedAt = known.subList(0, Math.max(0, size() - lag));
        Optional<Proposal> next = ladder.promotion(proposals, lookedAt)
                .map(number -> promoted(number, proposals.get(number).rung() + 1))
                .or(() -> seed().or(() -> child(lookedAt)));
        next.ifPresent(this::propose);
        return next;
    }

    /**
     * What is still to be trained in full, once nothing is proposed any more: the candidates on the front of all that is
     * known. When these are known as well there may be more, until the front is trained in full. None where there are no
     * rungs.
     *
     * @throws IllegalStateException if some outcome is not known
     */
    public List<Proposal> finalFront() {
        if (settled < size()) {
            throw new IllegalStateException(
                    "The final front is that of all %d outcomes; %d are known.".formatted(size(), settled));
        }
        List<Proposal> further = ladder.unfinishedFront(proposals, known).stream()
                .map(number -> promoted(number, ladder.top()))
                .toList();
        further.forEach(this::propose);
        return further;
    }

    /**
     * Tells what came of a proposal.
     *
     * @param point where it lies in the space of objectives, to be minimised; nothing if it failed
     */
    public void told(int proposal, Optional<double[]> point) {
        known.set(proposal, new Known(proposals.get(proposal).candidate(), point));
        while (settled < known.size() && known.get(settled) != null) {
            settled++;
        }
    }

    private void propose(Proposal proposal) {
        children.add(proposal.candidate().id());
        numbers.put(new Place(proposal.candidate().genome(), proposal.rung()), size());
        proposals.add(proposal);
        known.add(null);
    }

    private Proposal promoted(int number, int rung) {
        return Proposal.promoted(proposals.get(number).candidate(), rung, number);
    }

    private Optional<Proposal> child(List<Known> lookedAt) {
        RandomGenerator random = randomness.child(children.size());
        AtomicInteger refused = new AtomicInteger();
        Moment moment = moment(lookedAt);
        return Stream.concat(
                        strategy.proposals(moment, random).limit(DRAWS), new WholeSpace(candidates).suggestions(random))
                .map(suggestion -> new Chosen(suggestion, candidates.of(suggestion.genome())))
                .filter(chosen -> isNew(chosen.candidate()))
                .takeWhile(chosen -> refused.get() < MOST_REFUSED)
                .filter(chosen -> !refusedAfterAll(chosen.candidate(), refused))
                .findFirst()
                .map(chosen -> Proposal.child(chosen.candidate(), descent(chosen.suggestion(), moment.rung())));
    }

    private boolean isNew(Candidate candidate) {
        return candidate.objection().isEmpty() && !children.contains(candidate.id());
    }

    /** A parent is the trial on the rung that was bred from: its outcome made it one. */
    private Descent descent(Suggestion suggestion, int rung) {
        return new Descent(
                suggestion.origin(),
                suggestion.parents().stream()
                        .map(parent -> numbers.get(new Place(parent, rung)))
                        .toList());
    }

    /** Whether something speaks against a candidate that takes seconds to tell. */
    private boolean refusedAfterAll(Candidate candidate, AtomicInteger refused) {
        boolean objected = candidates.objection(candidate).isPresent();
        if (objected) {
            refused.incrementAndGet();
        }
        return objected;
    }

    private Moment moment(List<Known> lookedAt) {
        int rung = ladder.bredFrom(proposals, lookedAt);
        List<Candidate> pending = proposals.subList(lookedAt.size(), size()).stream()
                .filter(proposal -> proposal.rung() <= rung) // who is higher up is known here
                .map(Proposal::candidate)
                .toList();
        return new Moment(
                children.size(),
                rung,
                ladder.known(rung, proposals, lookedAt),
                pending,
                Collections.unmodifiableSet(children));
    }

    /** Why no candidate is left, for people. */
    public String exhaustion() {
        long refused = candidates.judged().stream()
                .filter(candidate -> candidates.knownObjection(candidate).isPresent())
                .count();
        Optional<String> example = candidates.judged().stream()
                .flatMap(
                        candidate -> candidates
                                .knownObjection(candidate)
                                .map(why -> candidates.text(candidate.genome()) + ": " + why)
                                .stream())
                .sorted()
                .findFirst();
        return "of %d that were drawn from %s, %d were tried, %d cannot be tried%s and the others build networks that were tried. Maybe allow more choices, raise the limits, lower the floors or plan fewer trials."
                .formatted(
                        candidates.judged().size(),
                        candidates.name(),
                        children.size(),
                        refused,
                        example.map(it -> " (such as " + it + ")").orElse(""));
    }

    /** The seed in the next child's place. One that breaks a limit is proposed all the same: its outcome says so. */
    private Optional<Proposal> seed() {
        return seeds.stream().skip(children.size()).findFirst().flatMap(seed -> {
            Candidate candidate = candidates.of(seed.genome());
            boolean wanted = !candidate.id().isEmpty() && !children.contains(candidate.id());
            return wanted ? Optional.of(Proposal.child(candidate, Descent.seed(seed.name()))) : Optional.empty();
        });
    }
}
