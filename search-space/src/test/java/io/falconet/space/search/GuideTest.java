package io.falconet.space.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.falconet.space.graph.Complexity;
import io.falconet.space.outcome.Accuracy;
import io.falconet.space.outcome.DeviceProfile;
import io.falconet.space.outcome.Evaluated;
import io.falconet.space.outcome.LatencyReport;
import io.falconet.space.outcome.Objective;
import io.falconet.space.outcome.Outcome;
import io.falconet.space.search.strategy.Candidate;
import io.falconet.space.search.strategy.Genome;
import io.falconet.space.space.Architecture;
import io.falconet.space.space.SearchSpace;
import io.falconet.space.space.SearchSpaces;
import io.falconet.space.study.StudySpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Measured latencies differ each time; sequences must not. */
class GuideTest {
    private static final SearchSpace SPACE = SearchSpaces.named("small-objects");

    @Test
    void whatAMeasurementAddsChangesNoSequence() throws InterruptedException {
        StudySpec study = ToyStudy.of("nsga2", 40, 3, 4, Map.of(), List.of(Objective.MAP50, Objective.LATENCY));

        assertThat(sequence(study, 1)).hasSize(40).isEqualTo(sequence(study, 2));
    }

    @Test
    void aTrialThatWasNotTimedIsNobodysParent() {
        List<Objective> objectives = List.of(Objective.MAP50, Objective.LATENCY);
        StudySpec study = ToyStudy.of("nsga2", 40, 3, 4, Map.of(), objectives);
        Genome genome = new Genome(new int[SPACE.choices().size()]);
        Candidate candidate = new BuiltCandidates(SPACE, 2, study).of(genome);
        Outcome untimed = outcome(SPACE.architecture(genome.options()), Optional.empty());

        assertThat(new Guide(objectives).point(candidate, untimed)).isEmpty();
    }

    private static List<Architecture> sequence(StudySpec study, long noise) throws InterruptedException {
        Random random = new Random(noise);
        List<Architecture> sequence = new ArrayList<>();
        new LaggedSearch(SPACE, 2, study)
                .run(
                        request -> {
                            sequence.add(request.architecture());
                            long nanos = 1_000_000 + random.nextInt(9_000_000);
                            LatencyReport latency = new LatencyReport(
                                    new DeviceProfile("local", "any", "any", 1), 1, 1, nanos, nanos, nanos, 0);
                            return CompletableFuture.completedFuture(
                                    outcome(request.architecture(), Optional.of(latency)));
                        },
                        new SearchListener() {});
        return sequence;
    }

    private static Outcome outcome(Architecture architecture, Optional<LatencyReport> latency) {
        double map = (architecture.text().hashCode() & 0xffff) / 65536.0;
        return new Evaluated(
                new Complexity(1, 1, 1, 1),
                new Accuracy(map, map, map, map, map, map),
                latency,
                List.of(),
                ToyStudy.provenance());
    }
}
