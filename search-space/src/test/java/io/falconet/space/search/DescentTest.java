package io.falconet.space.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.falconet.space.outcome.Evaluated;
import io.falconet.space.outcome.Outcome;
import io.falconet.space.search.strategy.Descent;
import io.falconet.space.search.strategy.Origin;
import io.falconet.space.space.Architecture;
import io.falconet.space.study.StudySpec;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What searches tell of where their trials come from. That it is the same on all workers, {@link LaggedSearchTest} tells. */
class DescentTest {
    private static final int LAG = 4;

    @ParameterizedTest
    @ValueSource(strings = {"random", "evolution", "nsga2", "surrogate"})
    void parentsAreTrialsWhoseOutcomesWereKnownAndDidNotFail(String strategy) throws InterruptedException {
        List<TrialRequest> trials = run(ToyStudy.of(strategy, 80, 3, LAG));
        assertThat(trials)
                .allSatisfy(trial -> assertThat(descent(trial).parents()).allSatisfy(parent -> {
                    assertThat(parent).isLessThan(trial.number() - LAG);
                    assertThat(ToyStudy.outcome(trials.get(parent))).isInstanceOf(Evaluated.class);
                }));
    }

    @ParameterizedTest
    @ValueSource(strings = {"evolution", "nsga2", "surrogate"})
    void childrenDifferFromTheirParentsByAMutationOrSome(String strategy) throws InterruptedException {
        List<TrialRequest> trials = run(ToyStudy.of(strategy, 80, 5, LAG));
        List<Integer> changes = trials.stream()
                .filter(trial -> !descent(trial).parents().isEmpty())
                .map(trial -> changes(trial, trials))
                .toList();
        assertThat(changes).hasSizeGreaterThan(40).allSatisfy(each -> assertThat(each)
                .isBetween(0, 6));
        assertThat(changes.stream().mapToInt(Integer::intValue).average().orElseThrow())
                .isBetween(0.5, 2.5);
    }

    @Test
    void eachStrategyHasItsOwnWays() throws InterruptedException {
        assertThat(origins("random")).containsExactly(Origin.DRAWN);
        assertThat(origins("evolution")).contains(Origin.EVEN, Origin.MUTANT).doesNotContain(Origin.CROSSED);
        assertThat(origins("nsga2")).contains(Origin.EVEN, Origin.MUTANT, Origin.CROSSED);
        assertThat(origins("surrogate")).contains(Origin.EVEN, Origin.MUTANT);
    }

    @Test
    void seedsAreToldByTheirNames() throws InterruptedException {
        String seed =
                run(ToyStudy.of("random", 1, 9, LAG)).get(0).architecture().text();
        List<TrialRequest> trials = run(ToyStudy.seeded(ToyStudy.of("nsga2", 20, 1, LAG), seed));
        assertThat(trials.get(0).descent()).contains(Descent.seed(seed));
        assertThat(trials.stream().filter(trial -> descent(trial).origin() == Origin.SEED))
                .hasSize(1);
    }

    @Test
    void promotedTrialsComeFromTheOneBelowAndChildrenFromParentsTrainedAlike() throws InterruptedException {
        List<TrialRequest> trials = run(ToyStudy.onRungs(ToyStudy.of("nsga2", 120, 2, LAG)));
        Set<Integer> parentsEpochs = new HashSet<>();
        for (TrialRequest trial : trials) {
            Descent descent = descent(trial);
            assertThat(trial.promoted().isPresent()).isEqualTo(descent.origin() == Origin.PROMOTED);
            trial.promoted().ifPresent(lower -> assertThat(descent).isEqualTo(Descent.promoted(lower)));
            if (descent.origin() == Origin.CROSSED || descent.origin() == Origin.MUTANT) {
                List<Integer> epochs = descent.parents().stream()
                        .map(parent -> trials.get(parent).fidelity().epochs())
                        .distinct()
                        .toList();
                assertThat(epochs).hasSize(1);
                parentsEpochs.addAll(epochs);
            }
        }
        assertThat(parentsEpochs).as("bred from higher rungs too").hasSizeGreaterThan(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"random", "evolution", "nsga2", "surrogate"})
    void aSearchThatIsResumedTellsTheSame(String strategy) throws InterruptedException {
        StudySpec study = ToyStudy.of(strategy, 50, 7, LAG);
        List<TrialRequest> begun = new ArrayList<>();
        new LaggedSearch(new ToySpace(), 2, study)
                .run(
                        new TrialRunner() {
                            @Override
                            public CompletionStage<Outcome> run(TrialRequest request) {
                                begun.add(request);
                                return CompletableFuture.completedStage(ToyStudy.outcome(request));
                            }

                            @Override
                            public boolean takesMore() {
                                return begun.size() < 30;
                            }
                        },
                        new SearchListener() {});
        assertThat(begun).hasSize(30);
        assertThat(run(study)).startsWith(begun.toArray(TrialRequest[]::new));
    }

    @Test
    void aDescentHasAsManyParentsAsItsOrigin() {
        assertThatThrownBy(() -> new Descent(Origin.CROSSED, List.of(3)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2 parents");
        assertThatThrownBy(() -> new Descent(Origin.DRAWN, List.of(), Optional.of("yolo")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(new Descent(Origin.CROSSED, List.of(3, 9)).words()).isEqualTo("crossed from trials 3 and 9");
    }

    private static Descent descent(TrialRequest trial) {
        return trial.descent().orElseThrow();
    }

    private static Set<Origin> origins(String strategy) throws InterruptedException {
        Collection<Origin> origins = run(ToyStudy.of(strategy, 80, 1, LAG)).stream()
                .map(trial -> descent(trial).origin())
                .toList();
        return EnumSet.copyOf(origins);
    }

    /** Decisions that none of the parents took. */
    private static int changes(TrialRequest child, List<TrialRequest> trials) {
        List<Architecture> parents = descent(child).parents().stream()
                .map(parent -> trials.get(parent).architecture())
                .toList();
        return (int) child.architecture().decisions().entrySet().stream()
                .filter(decision -> parents.stream()
                        .noneMatch(parent -> parent.decision(decision.getKey()).equals(decision.getValue())))
                .count();
    }

    private static List<TrialRequest> run(StudySpec study) throws InterruptedException {
        List<TrialRequest> requests = new ArrayList<>();
        new LaggedSearch(new ToySpace(), 2, study)
                .run(request -> CompletableFuture.completedFuture(ToyStudy.outcome(request)), new SearchListener() {
                    @Override
                    public void proposed(TrialRequest request) {
                        requests.add(request);
                    }
                });
        return requests;
    }
}
