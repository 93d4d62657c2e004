package io.falconet.space.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.falconet.space.graph.Complexity;
import io.falconet.space.outcome.Accuracy;
import io.falconet.space.outcome.Evaluated;
import io.falconet.space.outcome.Fidelity;
import io.falconet.space.outcome.Objective;
import io.falconet.space.outcome.Outcome;
import io.falconet.space.outcome.Pruned;
import io.falconet.space.search.pareto.Fronts;
import io.falconet.space.search.pareto.ParetoFront;
import io.falconet.space.space.SearchSpaces;
import io.falconet.space.study.StudySpec;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Successive halving of toy networks on three rungs. */
class RungSearchTest {
    private static final int TRIALS = 60;
    private static final int LAG = 6;

    @Property(tries = 20)
    void trialsAreTheSameWhateverTheWorkersAndTheOrderOfCompletion(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 8) int workers, @ForAll long order)
            throws InterruptedException {
        StudySpec study = study("nsga2", seed);
        ShuffledWorkers shuffled = new ShuffledWorkers(workers, new Random(order));
        new LaggedSearch(new ToySpace(), 2, study).run(shuffled, shuffled);
        assertThat(shuffled.proposed()).isEqualTo(played(study).requests());
        assertThat(shuffled.finished()).containsExactlyInAnyOrderElementsOf(shuffled.proposed());
    }

    @ParameterizedTest
    @ValueSource(strings = {"surrogate", "evolution", "random"})
    void everyStrategyIsTheSameOnOneTwoAndEightWorkers(String strategy) throws InterruptedException {
        StudySpec study = study(strategy, 3);
        List<TrialRequest> expected = played(study).requests();
        for (int workers : new int[] {1, 2, 8}) {
            ShuffledWorkers shuffled = new ShuffledWorkers(workers, new Random(workers));
            new LaggedSearch(new ToySpace(), 2, study).run(shuffled, shuffled);
            assertThat(shuffled.proposed()).as("%d workers", workers).isEqualTo(expected);
        }
    }

    /** Killed in the middle of the halving, or at the start of the final front. */
    @ParameterizedTest
    @ValueSource(ints = {1, 17, 44, TRIALS})
    void aSearchThatIsRunAgainOverWhatIsStoredGoesOnAsIfNothingHadHappened(int kept) throws InterruptedException {
        StudySpec study = study("nsga2", 5);
        List<TrialRequest> undisturbed = played(study).requests();
        assertThat(undisturbed.size()).isGreaterThan(kept);
        Map<Integer, Outcome> stored = new HashMap<>();
        ShuffledWorkers before = new ShuffledWorkers(4, new Random(1));
        SearchListener killing = new SearchListener() {
            @Override
            public void finished(TrialRequest request, Outcome outcome) {
                before.finished(request, outcome);
                stored.put(request.number(), outcome);
                if (stored.size() == kept) {
                    Thread.currentThread().interrupt();
                }
            }
        };
        assertThatThrownBy(() -> new LaggedSearch(new ToySpace(), 2, study).run(before, killing))
                .isInstanceOf(InterruptedException.class);
        List<Integer> evaluated = new ArrayList<>();
        List<TrialRequest> again = new ArrayList<>();
        new LaggedSearch(new ToySpace(), 2, study)
                .run(
                        request -> {
                            again.add(request);
                            return CompletableFuture.completedFuture(
                                    stored.computeIfAbsent(request.number(), number -> {
                                        evaluated.add(number);
                                        return ToyStudy.outcome(request);
                                    }));
                        },
                        new SearchListener() {});
        assertThat(again).isEqualTo(undisturbed);
        assertThat(evaluated).hasSize(undisturbed.size() - kept);
    }

    @Property(tries = 10)
    void trialsFollowFromTheOutcomesBeforeTheLagAlone(@ForAll long seed, @ForAll @IntRange(max = 53) int changed)
            throws InterruptedException {
        StudySpec study = study("nsga2", seed);
        List<TrialRequest> before = played(study).requests();
        List<TrialRequest> after = new ArrayList<>();
        new LaggedSearch(new ToySpace(), 2, study)
                .run(
                        request -> {
                            after.add(request);
                            return CompletableFuture.completedFuture(
                                    request.number() == changed
                                            ? ToyStudy.evaluated(request.architecture(), 0.99, request.fidelity())
                                            : ToyStudy.outcome(request));
                        },
                        new SearchListener() {});
        int same = Math.min(TRIALS, changed + LAG + 1);
        assertThat(after.subList(0, same)).isEqualTo(before.subList(0, same));
    }

    @Property(tries = 10)
    void promotionsAreOfTheBestThirdKnownOnTheirRung(@ForAll long seed) throws InterruptedException {
        StudySpec study = study("nsga2", seed);
        Played played = played(study);
        ObjectiveSpace objectives = new ObjectiveSpace(study.objectives());
        int promotions = 0;
        for (TrialRequest request : played.requests().subList(0, TRIALS)) {
            if (request.promoted().isEmpty()) {
                continue;
            }
            promotions++;
            TrialRequest lower = played.requests().get(request.promoted().get());
            List<Integer> known = IntStream.range(0, request.number() - LAG)
                    .filter(i -> played.requests().get(i).fidelity().equals(lower.fidelity()))
                    .boxed()
                    .toList();
            List<Integer> evaluated = known.stream()
                    .filter(i -> played.outcomes().get(i) instanceof Evaluated)
                    .toList();
            int[] fronts = Fronts.of(evaluated.stream()
                    .map(i -> objectives.point(played.outcomes().get(i)).orElseThrow())
                    .toList());
            int own = fronts[evaluated.indexOf(lower.number())];
            assertThat(IntStream.of(fronts).filter(front -> front < own).count())
                    .as("on better fronts than %s", request)
                    .isLessThan(known.size() / 3);
        }
        assertThat(promotions).isGreaterThan(8);
    }

    @Property(tries = 10)
    void aPromotionGoesOnWithTheSameNetworkOnTheNextRung(@ForAll long seed) throws InterruptedException {
        StudySpec study = study("nsga2", seed);
        List<Fidelity> fidelities = study.fidelities();
        Played played = played(study);
        Map<Integer, Integer> promoted = new HashMap<>();
        for (TrialRequest request : played.requests()) {
            int rung = fidelities.indexOf(request.fidelity());
            if (request.promoted().isEmpty()) {
                assertThat(rung).as("new networks start on the lowest rung").isZero();
                continue;
            }
            int number = request.promoted().get();
            TrialRequest lower = played.requests().get(number);
            assertThat(request)
                    .extracting(TrialRequest::networkId, TrialRequest::architecture, TrialRequest::seed)
                    .containsExactly(lower.networkId(), lower.architecture(), lower.seed());
            int from = fidelities.indexOf(lower.fidelity());
            assertThat(rung).isEqualTo(request.number() < TRIALS ? from + 1 : 2).isGreaterThan(from);
            assertThat(number).isLessThan(request.number() < TRIALS ? request.number() - LAG : request.number());
            assertThat(promoted.put(number, request.number()))
                    .as("promoted once")
                    .isNull();
            assertThat(played.outcomes().get(number))
                    .as("what failed goes nowhere")
                    .isInstanceOf(Evaluated.class);
        }
        assertThat(played.requests().stream()
                        .filter(request -> request.promoted().isEmpty())
                        .map(TrialRequest::networkId))
                .doesNotHaveDuplicates();
    }

    @Property(tries = 10)
    void inTheEndTheFrontOfAllIsTrainedInFull(@ForAll long seed) throws InterruptedException {
        StudySpec study = study("nsga2", seed);
        Played played = played(study);
        Map<String, Integer> highest = new TreeMap<>();
        played.requests().forEach(request -> highest.put(request.networkId(), request.number()));
        ObjectiveSpace objectives = new ObjectiveSpace(study.objectives());
        List<Integer> evaluated = highest.values().stream()
                .filter(number ->
                        objectives.point(played.outcomes().get(number)).isPresent())
                .toList();
        List<Integer> front = ParetoFront.of(
                evaluated,
                number -> objectives.point(played.outcomes().get(number)).orElseThrow());
        assertThat(front).isNotEmpty().allSatisfy(number -> assertThat(
                        played.requests().get(number).fidelity())
                .isEqualTo(study.fidelity()));
        assertThat(played.requests()).hasSizeGreaterThanOrEqualTo(TRIALS);
        assertThat(played.requests())
                .extracting(TrialRequest::number)
                .isEqualTo(numbers(played.requests().size()));
        assertThat(played.announced())
                .isEqualTo(Math.max(TRIALS, played.requests().size()));
    }

    @Test
    void fewAreTrainedInFullAndTheyAreTheBest() throws InterruptedException {
        Played played = played(study("random", 1));
        Map<Integer, Long> byEpochs = new TreeMap<>();
        played.requests().stream()
                .limit(TRIALS)
                .forEach(request -> byEpochs.merge(request.fidelity().epochs(), 1L, Long::sum));
        assertThat(byEpochs.get(2)).isBetween(38L, 48L);
        assertThat(byEpochs.get(4)).isBetween(10L, 16L);
        assertThat(byEpochs.get(8)).isBetween(1L, 6L);
    }

    @Test
    void oneObjectiveIsHalvedByItsValues() throws InterruptedException {
        StudySpec study =
                ToyStudy.onRungs(ToyStudy.of("random", TRIALS, 2, LAG, Map.of(), List.of(Objective.MAP50_95)));
        Played played = played(study);
        assertThat(played.requests().subList(TRIALS, played.requests().size()))
                .as("the best of all may still be on a lower rung")
                .hasSizeLessThanOrEqualTo(3);
        assertThat(played.requests().stream()
                        .filter(request -> request.fidelity().equals(study.fidelity())))
                .isNotEmpty();
    }

    @Test
    void seedsStartOnTheLowestRungToo() throws InterruptedException {
        String seed = "nanodet-m-0.5x";
        StudySpec study = ToyStudy.onRungs(ToyStudy.seeded(ToyStudy.of("random", 4, 1, 1), seed));
        List<TrialRequest> requests = new ArrayList<>();
        new LaggedSearch(SearchSpaces.named("small-objects"), 2, study)
                .run(
                        request -> {
                            requests.add(request);
                            return CompletableFuture.completedFuture(new Evaluated(
                                    new Complexity(1, 1, 1, 1),
                                    new Accuracy(0.1, 0.1, 0.1, 0.1, 0.1, 0.1),
                                    Optional.empty(),
                                    List.of(),
                                    ToyStudy.provenance()));
                        },
                        new SearchListener() {});
        assertThat(requests.get(0).fidelity()).isEqualTo(study.fidelities().get(0));
        assertThat(requests.get(0).architecture())
                .isEqualTo(SearchSpaces.named("small-objects").seeds().get(seed));
    }

    @Test
    void whereAllFailsNothingIsPromoted() throws InterruptedException {
        StudySpec study = study("nsga2", 1);
        List<TrialRequest> requests = new ArrayList<>();
        new LaggedSearch(new ToySpace(), 2, study)
                .run(
                        request -> {
                            requests.add(request);
                            return CompletableFuture.completedFuture(
                                    new Pruned("It learned nothing.", ToyStudy.provenance()));
                        },
                        new SearchListener() {});
        assertThat(requests).hasSize(TRIALS).allMatch(request -> request.promoted()
                .isEmpty());
    }

    private static StudySpec study(String strategy, long seed) {
        return ToyStudy.onRungs(ToyStudy.of(strategy, TRIALS, seed, LAG));
    }

    private static List<Integer> numbers(int count) {
        return IntStream.range(0, count).boxed().toList();
    }

    /** A search with its outcomes by number, and how many trials were last said to come. */
    private record Played(List<TrialRequest> requests, Map<Integer, Outcome> outcomes, int announced) {}

    private static Played played(StudySpec study) throws InterruptedException {
        List<TrialRequest> requests = new ArrayList<>();
        Map<Integer, Outcome> outcomes = new HashMap<>();
        int[] announced = {study.trials()};
        new LaggedSearch(new ToySpace(), 2, study)
                .run(request -> CompletableFuture.completedFuture(ToyStudy.outcome(request)), new SearchListener() {
                    @Override
                    public void proposed(TrialRequest request) {
                        requests.add(request);
                    }

                    @Override
                    public void finished(TrialRequest request, Outcome outcome) {
                        outcomes.put(request.number(), outcome);
                    }

                    @Override
                    public void extended(int trials) {
                        announced[0] = trials;
                    }
                });
        return new Played(requests, outcomes, announced[0]);
    }
}
