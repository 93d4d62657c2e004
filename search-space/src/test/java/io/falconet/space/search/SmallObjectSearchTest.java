package io.falconet.space.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.falconet.space.graph.Complexity;
import io.falconet.space.outcome.Accuracy;
import io.falconet.space.outcome.Evaluated;
import io.falconet.space.outcome.Objective;
import io.falconet.space.outcome.Outcome;
import io.falconet.space.space.Architecture;
import io.falconet.space.space.SearchSpace;
import io.falconet.space.space.SearchSpaces;
import io.falconet.space.study.StudySpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** The search in the space that users search. */
class SmallObjectSearchTest {
    @Test
    void fillsAStudyWithNewNetworksWithinTightLimits() throws InterruptedException {
        SearchSpace space = SearchSpaces.named("small-objects");
        StudySpec study =
                ToyStudy.of("nsga2", 40, 1, 8, Map.of(Objective.PARAMETERS, 600_000.0, Objective.MACS, 300e6));
        List<TrialRequest> requests = new ArrayList<>();
        List<Complexity> costs = new ArrayList<>();
        new LaggedSearch(space, 6, study)
                .run(
                        request -> {
                            requests.add(request);
                            costs.add(Complexity.of(
                                    space.detector(request.architecture(), 6).network()));
                            return CompletableFuture.completedFuture(outcome(request, costs.get(costs.size() - 1)));
                        },
                        new SearchListener() {});
        assertThat(requests.stream().map(TrialRequest::networkId)).hasSize(40).doesNotHaveDuplicates();
        assertThat(costs)
                .allMatch(cost -> cost.parametersExecuted() <= 600_000)
                .allMatch(cost -> cost.macs() <= 300_000_000);
    }

    @Test
    void seedsComeFirstAndTheSearchGoesOnAsBefore() throws InterruptedException {
        SearchSpace space = SearchSpaces.named("small-objects");
        StudySpec study = ToyStudy.of("nsga2", 16, 1, 4, Map.of(Objective.PARAMETERS, 700_000.0));
        List<Architecture> plain = architectures(space, study);
        List<Architecture> seeded = architectures(space, ToyStudy.seeded(study, "nanodet-m", "nanodet-m-0.5x"));
        assertThat(seeded.subList(0, 2))
                .containsExactly(space.seeds().get("nanodet-m"), space.seeds().get("nanodet-m-0.5x"));
        assertThat(seeded.subList(2, 7)).isEqualTo(plain.subList(2, 7));
        assertThat(seeded).isEqualTo(architectures(space, ToyStudy.seeded(study, "nanodet-m", "nanodet-m-0.5x")));
    }

    private static List<Architecture> architectures(SearchSpace space, StudySpec study) throws InterruptedException {
        List<Architecture> proposed = new ArrayList<>();
        new LaggedSearch(space, 6, study)
                .run(
                        request -> {
                            proposed.add(request.architecture());
                            return CompletableFuture.completedFuture(outcome(
                                    request,
                                    Complexity.of(space.detector(request.architecture(), 6)
                                            .network())));
                        },
                        new SearchListener() {});
        return proposed;
    }

    private static Outcome outcome(TrialRequest request, Complexity cost) {
        double map = request.architecture().number("input") / 1000.0;
        return new Evaluated(
                cost, new Accuracy(map, map, map, map, map, map), Optional.empty(), List.of(), ToyStudy.provenance());
    }
}
