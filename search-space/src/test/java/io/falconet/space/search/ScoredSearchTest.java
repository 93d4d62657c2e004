package io.falconet.space.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.falconet.space.block.Detector;
import io.falconet.space.graph.Complexity;
import io.falconet.space.outcome.Evaluated;
import io.falconet.space.outcome.Objective;
import io.falconet.space.outcome.Outcome;
import io.falconet.space.search.Foresight.Expectation;
import io.falconet.space.study.StudySpec;
import io.falconet.space.study.StudySpec.StrategySpec;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Searches that go by scores without training. */
class ScoredSearchTest {
    private static final int TRIALS = 40;
    private static final StrategySpec TOLD = new StrategySpec("surrogate", 12, List.of(Objective.SYNFLOW));

    /** Tells the logarithm of the multiply-accumulates as synflow, and remembers whom it was asked for. */
    private static final class Scores implements Foresight {
        private final Set<String> asked = new HashSet<>();

        @Override
        public Optional<Expectation> of(Objective objective, Detector detector) {
            asked.add(detector.id());
            return objective == Objective.SYNFLOW ? Optional.of(Expectation.sure(score(detector))) : Optional.empty();
        }

        static double score(Detector detector) {
            return Math.log(Complexity.of(detector.network()).macs());
        }
    }

    private final Scores scores = new Scores();

    @Test
    void whatScoresTooLowIsNeverProposed() throws InterruptedException {
        double floor = 15;
        assertThat(run(study(StrategySpec.USUAL, Map.of()))).anyMatch(request -> score(request) < floor);

        assertThat(run(study(StrategySpec.USUAL, Map.of(Objective.SYNFLOW, floor))))
                .hasSize(TRIALS)
                .allMatch(request -> score(request) >= floor);
    }

    @Test
    void aFloorThatNothingMeetsEndsTheSearchWithTheReason() throws InterruptedException {
        List<String> reasons = new ArrayList<>();
        search(study(StrategySpec.usual("random"), Map.of(Objective.SYNFLOW, 100.0)))
                .run(request -> CompletableFuture.completedFuture(ToyStudy.outcome(request)), new SearchListener() {
                    @Override
                    public void exhausted(String reason) {
                        reasons.add(reason);
                    }
                });
        assertThat(reasons).singleElement().asString().contains("its synflow is ", "at least 100.0 are asked for");
    }

    @Test
    void whoHasNoScoreThatIsAskedForIsNotTried() throws InterruptedException {
        StudySpec study = study(StrategySpec.usual("random"), Map.of(Objective.JACOV, 1.0));

        assertThat(run(study)).isEmpty();
    }

    @Test
    void aSurrogateIsToldScoresOfFewAndTheSequenceRepeats() throws InterruptedException {
        List<TrialRequest> told = run(study(TOLD, Map.of()));

        assertThat(told).hasSize(TRIALS);
        assertThat(scores.asked.size()).as("10 a child, of some 300 offspring").isBetween(TRIALS, 11 * TRIALS);
        assertThat(run(study(TOLD, Map.of()))).isEqualTo(told);
        List<TrialRequest> untold = run(study(StrategySpec.USUAL, Map.of()));
        assertThat(told).isNotEqualTo(untold);
        assertThat(told.subList(0, 12)).isEqualTo(untold.subList(0, 12));
    }

    @Test
    void nobodyIsScoredUnlessThatIsAskedFor() throws InterruptedException {
        run(study(StrategySpec.USUAL, Map.of(Objective.PARAMETERS, 50_000.0)));

        assertThat(scores.asked).isEmpty();
    }

    @Test
    void aScoreCanBeOptimised() throws InterruptedException {
        StudySpec study =
                ToyStudy.of("surrogate", TRIALS, 3, 4, Map.of(), List.of(Objective.SYNFLOW, Objective.PARAMETERS));
        List<Outcome> outcomes = new ArrayList<>();
        search(study)
                .run(
                        request -> {
                            outcomes.add(ToyStudy.evaluated(request.architecture(), 0.5)
                                    .with(Map.of(Objective.SYNFLOW, score(request))));
                            return CompletableFuture.completedFuture(outcomes.get(outcomes.size() - 1));
                        },
                        new SearchListener() {});

        assertThat(scores.asked).as("the runner tells it with the outcome").isEmpty();
        List<Double> shares = HypervolumeHistory.of(study, outcomes);
        assertThat(shares).hasSize(TRIALS).isSorted().allMatch(share -> share >= 0 && share <= 1);
        assertThat(shares.get(TRIALS - 1)).isPositive();
        assertThat(HypervolumeHistory.of(study, outcomes.subList(0, 1))).allMatch(share -> share >= 0 && share <= 1);
        Evaluated unscored = ToyStudy.evaluated(
                new ToySpace().architecture(new int[new ToySpace().choices().size()]), 0.5);
        assertThat(new ObjectiveSpace(study.objectives()).point(unscored)).isEmpty();
    }

    private static double score(TrialRequest request) {
        return Scores.score(new ToySpace().detector(request.architecture(), 2));
    }

    private static StudySpec study(StrategySpec strategy, Map<Objective, Double> limits) {
        return ToyStudy.by(strategy, ToyStudy.of(strategy.name(), TRIALS, 3, 4, limits));
    }

    private LaggedSearch search(StudySpec study) {
        return new LaggedSearch(new ToySpace(), 2, study, scores);
    }

    private List<TrialRequest> run(StudySpec study) throws InterruptedException {
        List<TrialRequest> requests = new ArrayList<>();
        search(study)
                .run(
                        request -> {
                            requests.add(request);
                            return CompletableFuture.completedFuture(ToyStudy.outcome(request));
                        },
                        new SearchListener() {});
        return requests;
    }
}
