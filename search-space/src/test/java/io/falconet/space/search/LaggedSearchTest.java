package io.falconet.space.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.falconet.space.block.Detector;
import io.falconet.space.outcome.Objective;
import io.falconet.space.outcome.Outcome;
import io.falconet.space.search.strategy.Randomness;
import io.falconet.space.space.Architecture;
import io.falconet.space.space.Choice;
import io.falconet.space.space.SearchSpace;
import io.falconet.space.study.StudySpec;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LaggedSearchTest {
    private static final TrialRunner TABLE = request -> CompletableFuture.completedFuture(ToyStudy.outcome(request));

    @Property(tries = 25)
    void childrenAreTheSameWhateverTheWorkersAndTheOrderOfCompletion(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 8) int workers, @ForAll long order)
            throws InterruptedException {
        StudySpec study = ToyStudy.of("nsga2", 40, seed, 8);
        ShuffledWorkers shuffled = new ShuffledWorkers(workers, new Random(order));
        new LaggedSearch(new ToySpace(), 2, study).run(shuffled, shuffled);
        assertThat(shuffled.proposed()).isEqualTo(run(study, TABLE));
        assertThat(shuffled.finished()).containsExactlyInAnyOrderElementsOf(shuffled.proposed());
    }

    @ParameterizedTest
    @ValueSource(strings = {"surrogate", "evolution", "random"})
    void everyStrategyIsTheSameOnOneTwoAndEightWorkers(String strategy) throws InterruptedException {
        StudySpec study = ToyStudy.of(strategy, 40, 3, 8);
        List<TrialRequest> expected = run(study, TABLE);
        assertThat(expected).hasSize(40);
        for (int workers : new int[] {1, 2, 8}) {
            ShuffledWorkers shuffled = new ShuffledWorkers(workers, new Random(workers));
            new LaggedSearch(new ToySpace(), 2, study).run(shuffled, shuffled);
            assertThat(shuffled.proposed()).as("%d workers", workers).isEqualTo(expected);
        }
    }

    @Test
    void childrenAreTheSameOnThreads() throws InterruptedException {
        StudySpec study = ToyStudy.of("nsga2", 60, 5, 8);
        ExecutorService pool = Executors.newFixedThreadPool(8);
        try {
            assertThat(run(study, request -> CompletableFuture.supplyAsync(() -> ToyStudy.outcome(request), pool)))
                    .isEqualTo(run(study, TABLE));
        } finally {
            pool.shutdownNow();
        }
    }

    @Property(tries = 10)
    void childrenAreBredFromTheOutcomesBeforeTheLagAlone(@ForAll long seed, @ForAll @IntRange(max = 29) int changed)
            throws InterruptedException {
        int lag = 6;
        StudySpec study = ToyStudy.of("nsga2", 30, seed, lag);
        List<TrialRequest> before = run(study, TABLE);
        List<TrialRequest> after = run(
                study,
                request -> CompletableFuture.completedFuture(
                        request.number() == changed
                                ? ToyStudy.evaluated(request.architecture(), 0.99)
                                : ToyStudy.outcome(request)));
        int same = Math.min(30, changed + lag + 1);
        assertThat(after.subList(0, same)).isEqualTo(before.subList(0, same));
    }

    @Test
    void outcomesDoInfluenceLaterChildren() throws InterruptedException {
        StudySpec study = ToyStudy.of("nsga2", 40, 1, 4);
        assertThat(run(study, TABLE))
                .isNotEqualTo(run(
                        study,
                        request -> CompletableFuture.completedFuture(
                                ToyStudy.evaluated(request.architecture(), request.number() / 100.0))));
    }

    @Property(tries = 10)
    void noNetworkIsTriedTwiceAndLimitsHold(@ForAll long seed) throws InterruptedException {
        StudySpec study = ToyStudy.of("nsga2", 60, seed, 5, Map.of(Objective.PARAMETERS, 20_000.0));
        List<TrialRequest> requests = run(study, TABLE);
        assertThat(requests).hasSize(60);
        assertThat(requests.stream().map(TrialRequest::networkId)).doesNotHaveDuplicates();
        assertThat(requests).allSatisfy(request -> assertThat(ToyStudy.evaluated(request.architecture(), 0)
                        .complexity()
                        .parametersExecuted())
                .isLessThanOrEqualTo(20_000));
    }

    @Test
    void atMostLagEvaluationsAreInFlight() throws InterruptedException {
        ShuffledWorkers workers = new ShuffledWorkers(64, new Random(1));
        new LaggedSearch(new ToySpace(), 2, ToyStudy.of("random", 50, 1, 5)).run(workers, workers);
        assertThat(workers.mostInFlight()).isEqualTo(5);
    }

    @Test
    void firstChildrenTakeTheOptionsOfEachChoiceEvenly() throws InterruptedException {
        List<TrialRequest> first = run(ToyStudy.of("nsga2", 12, 3, 4), TABLE);
        for (Choice choice : new ToySpace().choices()) {
            Map<String, Integer> counts = new HashMap<>();
            first.forEach(request -> counts.merge(request.architecture().decision(choice.name()), 1, Integer::sum));
            assertThat(counts.values())
                    .as(choice.name())
                    .hasSize(choice.options().size())
                    .containsOnly(12 / choice.options().size());
        }
    }

    @Test
    void aSmallSpaceIsTriedWhollyThenTheSearchEnds() throws InterruptedException {
        List<String> reasons = new ArrayList<>();
        List<TrialRequest> requests = new ArrayList<>();
        SearchListener listener = new SearchListener() {
            @Override
            public void finished(TrialRequest request, Outcome outcome) {
                requests.add(request);
            }

            @Override
            public void exhausted(String reason) {
                reasons.add(reason);
            }
        };
        new LaggedSearch(new Narrow(), 2, ToyStudy.of("nsga2", 100, 1, 4)).run(TABLE, listener);
        assertThat(requests).as("widths x kernels, or pointwise").hasSize(6 * 4 + 6);
        assertThat(reasons)
                .singleElement()
                .asString()
                .contains("trial 31 of 100")
                .contains("Maybe");
    }

    @Test
    void limitsThatNothingMeetsEndTheSearchWithTheReason() throws InterruptedException {
        List<String> reasons = new ArrayList<>();
        new LaggedSearch(new ToySpace(), 2, ToyStudy.of("nsga2", 5, 1, 4, Map.of(Objective.PARAMETERS, 10.0)))
                .run(TABLE, new SearchListener() {
                    @Override
                    public void exhausted(String reason) {
                        reasons.add(reason);
                    }
                });
        assertThat(reasons).singleElement().asString().contains("parameters, the limit is 10");
    }

    @Test
    void aBrokenRunnerEndsTheSearch() {
        assertThatThrownBy(() -> run(
                        ToyStudy.of("nsga2", 5, 1, 4),
                        request -> CompletableFuture.failedFuture(new IllegalArgumentException("cluster gone"))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("cluster gone");
    }

    @Test
    void interruptionStopsProposals() {
        List<TrialRequest> requests = new ArrayList<>();
        LaggedSearch search = new LaggedSearch(new ToySpace(), 2, ToyStudy.of("nsga2", 100, 1, 1));
        assertThatThrownBy(() -> search.run(
                        request -> {
                            requests.add(request);
                            if (request.number() == 3) {
                                Thread.currentThread().interrupt();
                            }
                            return CompletableFuture.completedFuture(ToyStudy.outcome(request));
                        },
                        new SearchListener() {}))
                .isInstanceOf(InterruptedException.class);
        assertThat(requests).hasSize(4);
    }

    /** Also where it is the final front that is being trained: the toy study's trials are over by then. */
    @Test
    void aRunnerThatTakesNoMoreEndsTheSearchBeforeItIsDone() throws InterruptedException {
        StudySpec study = ToyStudy.onRungs(ToyStudy.of("random", 40, 1, 4));
        int all = run(study, TABLE).size();
        assertThat(all).isGreaterThan(study.trials());
        for (int most : new int[] {0, 7, study.trials(), study.trials() + 1, all}) {
            List<TrialRequest> taken = new ArrayList<>();
            TrialRunner some = new TrialRunner() {
                @Override
                public CompletionStage<Outcome> run(TrialRequest request) {
                    taken.add(request);
                    return CompletableFuture.completedStage(ToyStudy.outcome(request));
                }

                @Override
                public boolean takesMore() {
                    return taken.size() < most;
                }
            };
            boolean done = new LaggedSearch(new ToySpace(), 2, study).run(some, new SearchListener() {});
            assertThat(taken).hasSize(most);
            assertThat(done).isEqualTo(most == all);
        }
    }

    @Test
    void seedsOfEvaluationsDependOnStudyAndNetwork() throws InterruptedException {

        List<TrialRequest> one = run(ToyStudy.of("random", 20, 1, 1), TABLE);
        assertThat(one.stream().map(TrialRequest::seed)).doesNotHaveDuplicates();
        assertThat(new Randomness(1).evaluation(one.get(0).networkId()))
                .isEqualTo(one.get(0).seed())
                .isNotEqualTo(new Randomness(2).evaluation(one.get(0).networkId()));
    }

    private List<TrialRequest> run(StudySpec study, TrialRunner runner) throws InterruptedException {
        List<TrialRequest> requests = new ArrayList<>();
        new LaggedSearch(new ToySpace(), 2, study).run(runner, new SearchListener() {
            @Override
            public void proposed(TrialRequest request) {
                requests.add(request);
            }
        });
        return requests;
    }

    /** The toy space with all but one stage decided. */
    private record Narrow(SearchSpace whole) implements SearchSpace {
        Narrow() {
            this(new ToySpace());
        }

        @Override
        public String name() {
            return whole.name();
        }

        @Override
        public List<Choice> choices() {
            return whole.choices().stream()
                    .map(choice -> choice.name().matches("(width|kernel)3")
                            ? choice
                            : choice.name().equals("block3")
                                    ? new Choice("block3", List.of("dense", "pointwise"))
                                    : new Choice(choice.name(), choice.options().subList(0, 1)))
                    .toList();
        }

        @Override
        public Detector detector(Architecture architecture, int classes) {
            return whole.detector(architecture, classes);
        }
    }
}
