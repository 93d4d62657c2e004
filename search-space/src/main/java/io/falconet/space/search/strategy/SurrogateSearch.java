package io.falconet.space.search.strategy;

import io.falconet.space.search.surrogate.Belief;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Evolution with a surrogate: each child {@linkplain Aim aims} at a part of the front; many {@linkplain Offspring offspring}
 * of what is best there are bred cheaply, in a small space a {@link Survey} adds others, a model of the outcomes known says how
 * each may turn out, and the one that {@linkplain Promise promises} most is tried. What is known of a candidate without trying it is taken as it is. The first
 * {@code population} children are laid out evenly, and so are those that come before a few outcomes are known.
 *
 * <p>It serves one lineage: what it learned of the first outcomes is kept for the children after them.
 */
final class SurrogateSearch implements SearchStrategy {
    private static final int LEAST_KNOWN = 4;
    /** How many of the offspring are worth asking how sure the model is of them. */
    private static final int LOOKED_AT = 100;
    /** How many of all are worth judging by what may come of them, and by how many deviations that may be better than expected. */
    private static final int JUDGED = 300;

    private static final double OPTIMISM = 1.5;
    /** How many of these are worth seconds of further looking. */
    private static final int LOOKED_INTO = 10;

    private final Candidates candidates;
    private final int population;
    private final Randomness randomness;
    /** By rung: outcomes of longer trainings tell something else. */
    private final Map<Integer, Learning> learnings = new HashMap<>();
    /** The same, told what takes long to tell. */
    private final Map<Integer, Learning> closerLearnings = new HashMap<>();
    /** By rung. */
    private final Map<Integer, Survey> surveys = new HashMap<>();

    SurrogateSearch(Candidates candidates, int population, Randomness randomness) {
        this.candidates = candidates;
        this.population = population;
        this.randomness = randomness;
    }

    @Override
    public Stream<Suggestion> proposals(Moment moment, RandomGenerator random) {
        long evaluated =
                moment.known().stream().filter(it -> it.point().isPresent()).count();
        Stream<Suggestion> drawn = new RandomSearch(candidates).drawn(random);
        if (moment.child() < population || evaluated < LEAST_KNOWN) {
            Genome even = new LatinHypercube(candidates.choices(), population, randomness).sample(moment.child());
            return Stream.concat(Stream.of(Suggestion.even(even)), drawn);
        }
        Learning learning =
                learnings.computeIfAbsent(moment.rung(), rung -> new Learning(candidates.choices(), randomness));
        List<Candidate> surveyed = surveys.computeIfAbsent(moment.rung(), rung -> new Survey(candidates))
                .promising(moment, learning);
        Insight insight = learning.insight(moment);
        List<double[]> scores = insight.knownScores();
        Goal goal = goal(scores, moment, insight, random);
        double[] costs = scores.stream().mapToDouble(goal::cost).toArray();
        Map<Genome, Suggestion> offspring = new Offspring(candidates, population).of(insight.known(), costs, random);
        Promise promise = Promise.of(goal, scores.get(0).length, random);
        List<Candidate> judged = offspring.keySet().stream().map(candidates::of).toList();
        List<Candidate> expected = expected(untried(judged, moment), insight, goal);
        offspring.keySet().retainAll(expected.stream().map(Candidate::genome).collect(Collectors.toSet()));
        List<Candidate> promising = promising(untried(joined(expected, surveyed), moment), insight, promise)
                .toList();
        Stream<Suggestion> chosen = closer(promising, moment, promise)
                .map(Candidate::genome)
                .map(genome -> offspring.getOrDefault(genome, Suggestion.surveyed(genome)));
        return Stream.concat(chosen, drawn);
    }

    /** The first few ordered anew, where there is more to know of them. */
    private Stream<Candidate> closer(List<Candidate> promising, Moment moment, Promise promise) {
        if (candidates.furtherFeatures(moment.known().get(0).candidate()).length == 0) {
            return promising.stream();
        }
        List<Candidate> few = promising.stream()
                .filter(it -> candidates.objection(it).isEmpty())
                .limit(LOOKED_INTO)
                .map(this::furtherTold)
                .toList();
        Moment told = new Moment(
                moment.child(),
                moment.rung(),
                moment.known().stream()
                        .map(it -> new Known(furtherTold(it.candidate()), it.point()))
                        .toList(),
                moment.pending().stream().map(this::furtherTold).toList(),
                moment.proposed());
        Insight insight = closerLearnings
                .computeIfAbsent(moment.rung(), rung -> new Learning(candidates.choices(), randomness))
                .insight(told);
        return Stream.concat(promising(few, insight, promise), promising.stream());
    }

    private Candidate furtherTold(Candidate candidate) {
        return candidate.with(candidates.furtherFeatures(candidate));
    }

    /** Of several objectives a part of the front or all of it, by turns. What is in flight counts as it is expected. */
    private static Goal goal(List<double[]> scores, Moment moment, Insight insight, RandomGenerator random) {
        List<double[]> all = new ArrayList<>(scores);
        moment.pending().forEach(it -> all.add(insight.expected(insight.look(it))));
        return moment.child() % 3 == 0 && scores.get(0).length > 1
                ? Aim.draw(insight.counting(all), insight.reference(), random)
                : insight.improvement(all);
    }

    /** Those that can be tried and were not proposed before. */
    private static List<Candidate> untried(List<Candidate> offspring, Moment moment) {
        Map<String, Candidate> byId = new LinkedHashMap<>();
        offspring.stream()
                .filter(it -> it.objection().isEmpty() && !moment.proposed().contains(it.id()))
                .forEach(it -> byId.putIfAbsent(it.id(), it));
        return List.copyOf(byId.values());
    }

    /** Those of which the most is expected. */
    private static List<Candidate> expected(List<Candidate> offspring, Insight insight, Goal goal) {
        record Expected(Candidate candidate, double cost) {}
        return offspring.stream()
                .map(it -> new Expected(it, goal.cost(insight.expected(insight.look(it)))))
                .sorted(Comparator.comparingDouble(Expected::cost))
                .limit(LOOKED_AT)
                .map(Expected::candidate)
                .toList();
    }

    private static List<Candidate> joined(List<Candidate> some, List<Candidate> others) {
        return Stream.concat(some.stream(), others.stream()).toList();
    }

    /** From the most promising to the least, as far as it is worth telling. */
    private static Stream<Candidate> promising(List<Candidate> untried, Insight insight, Promise promise) {
        record Believed(Candidate candidate, Belief[] beliefs, double cost) {}
        record Judged(Candidate candidate, Promise.Mark mark) {}
        return untried.stream()
                .map(it -> {
                    Belief[] beliefs = insight.beliefs(insight.look(it));
                    return new Believed(it, beliefs, promise.goal().cost(Belief.optimistic(beliefs, OPTIMISM)));
                })
                .sorted(Comparator.comparingDouble(Believed::cost))
                .limit(JUDGED)
                .map(it -> new Judged(it.candidate(), promise.mark(it.beliefs())))
                .sorted(Comparator.comparing(Judged::mark).reversed())
                .map(Judged::candidate);
    }
}
