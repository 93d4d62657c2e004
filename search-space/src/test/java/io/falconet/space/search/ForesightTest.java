package io.falconet.space.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.falconet.space.block.Detector;
import io.falconet.space.graph.Complexity;
import io.falconet.space.outcome.Bounds;
import io.falconet.space.outcome.DeviceProfile;
import io.falconet.space.outcome.Evaluated;
import io.falconet.space.outcome.LatencyReport;
import io.falconet.space.outcome.Objective;
import io.falconet.space.search.Foresight.Expectation;
import io.falconet.space.space.SearchSpace;
import io.falconet.space.space.SearchSpaces;
import io.falconet.space.study.StudySpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class ForesightTest {
    private static final SearchSpace SPACE = SearchSpaces.named("small-objects");
    private static final List<Objective> OBJECTIVES = List.of(Objective.MAP50, Objective.LATENCY);

    /** A device that computes 30 million multiply-accumulates in a millisecond, give or take a tenth. */
    private static final Foresight DEVICE = (objective, detector) -> objective == Objective.LATENCY
            ? Optional.of(new Expectation(millis(detector), 0.9 * millis(detector), 1.1 * millis(detector)))
            : Optional.empty();

    private static double millis(Detector detector) {
        return Complexity.of(detector.network()).macs() / 30e6;
    }

    @Test
    void whatIsSurelyTooSlowIsNeverProposed() throws InterruptedException {
        for (String strategy : List.of("surrogate", "random")) {
            List<TrialRequest> free = run(study(strategy, Map.of()), DEVICE);
            assertThat(free).anyMatch(request -> least(request) > 4);

            List<TrialRequest> limited = run(study(strategy, Map.of(Objective.LATENCY, 4.0)), DEVICE);
            assertThat(limited).hasSize(20).allMatch(request -> least(request) <= 4);
            assertThat(limited).anyMatch(request -> least(request) / 0.9 > 3);
        }
    }

    private static double least(TrialRequest request) {
        return 0.9 * millis(SPACE.detector(request.architecture(), 2));
    }

    @Test
    void whatNobodyAsksForChangesNoSequence() throws InterruptedException {
        StudySpec study = study("surrogate", Map.of(Objective.PARAMETERS, 2e6));

        assertThat(run(study, DEVICE)).isEqualTo(run(study, Foresight.NONE));
    }

    @Test
    void aSeedThatIsTooSlowIsATrialThatSaysSo() throws InterruptedException {
        StudySpec study =
                ToyStudy.seeded(study("random", Map.of(Objective.LATENCY, 4.2)), "nanodet-m", "nanodet-m-0.5x");

        List<TrialRequest> requests = run(study, DEVICE);

        assertThat(requests.get(0).objection()).hasValueSatisfying(why -> assertThat(why)
                .startsWith("it is expected to take ")
                .endsWith(" at least, the limit is 4.2 ms"));
        assertThat(requests.subList(1, requests.size()))
                .allMatch(request -> request.objection().isEmpty());
    }

    @Test
    void whoIsMeasuredOverALimitDominatesNothing() {
        StudySpec study = study("random", Map.of(Objective.LATENCY, 4.0));
        Evaluated within = timed(0.5, 4_000_000);
        Evaluated beyond = timed(0.7, 4_100_000);

        assertThat(study.bounds().broken(within)).isEmpty();
        assertThat(study.bounds().broken(beyond)).contains("latency 4.100 ms, the limit is 4 ms");
        assertThat(Bounds.NONE.broken(beyond)).isEmpty();
        List<Double> history = HypervolumeHistory.of(study, List.of(beyond, timed(0.5, 2_000_000), beyond));
        assertThat(history.get(0)).isZero();
        assertThat(history.get(1)).isPositive().isEqualTo(history.get(2));
    }

    private static Evaluated timed(double map, long nanos) {
        LatencyReport latency =
                new LatencyReport(new DeviceProfile("local", "any", "any", 1), 1, 1, nanos, nanos, nanos, 0);
        Evaluated untimed = ToyStudy.evaluated(new ToySpace().architecture(new int[12]), map);
        return new Evaluated(
                untimed.complexity(), untimed.accuracy(), Optional.of(latency), List.of(), untimed.provenance());
    }

    private static StudySpec study(String strategy, Map<Objective, Double> limits) {
        return ToyStudy.of(strategy, 20, 3, 4, limits, OBJECTIVES);
    }

    private static List<TrialRequest> run(StudySpec study, Foresight foresight) throws InterruptedException {
        List<TrialRequest> requests = new ArrayList<>();
        new LaggedSearch(SPACE, 2, study, foresight)
                .run(
                        request -> {
                            requests.add(request);
                            double map = (request.architecture().text().hashCode() & 0xffff) / 65536.0;
                            return CompletableFuture.completedFuture(timed(map, 5_000_000));
                        },
                        new SearchListener() {});
        return requests;
    }
}
