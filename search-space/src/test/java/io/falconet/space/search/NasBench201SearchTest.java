package io.falconet.space.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.falconet.space.outcome.Objective;
import io.falconet.space.outcome.Outcome;
import io.falconet.space.study.StudySpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** The strategies on a table of real networks. Needs {@code shared/nasbench} beside the project. */
class NasBench201SearchTest {
    private static final Path TABLES = Path.of("../../shared/nasbench");

    @Test
    void nsga2BeatsRandomSearchOnRealNetworks() throws IOException, InterruptedException {
        assumeTrue(Files.isDirectory(TABLES), "the tables of NAS-Bench-201 are not at " + TABLES.toAbsolutePath());
        NasBench201 space = new NasBench201(TABLES);
        assertThat(median(space, "nsga2")).isGreaterThan(median(space, "random") + 0.01);
    }

    private static double median(NasBench201 space, String strategy) throws InterruptedException {
        List<Double> hypervolumes = new ArrayList<>();
        for (long seed = 0; seed < 11; seed++) {
            hypervolumes.add(hypervolume(space, strategy, seed));
        }
        return hypervolumes.stream().sorted().toList().get(5);
    }

    private static double hypervolume(NasBench201 space, String strategy, long seed) throws InterruptedException {
        StudySpec toy = ToyStudy.of(strategy, 100, seed, 8);
        StudySpec study = new StudySpec(
                "nasbench201",
                space.name(),
                Map.of(),
                List.of(),
                toy.data(),
                List.of(Objective.MAP50_95, Objective.LATENCY),
                Map.of(),
                toy.strategy(),
                toy.trials(),
                toy.recipe(),
                toy.fidelity(),
                seed,
                toy.device(),
                toy.slots(),
                toy.lag());
        ObjectiveSpace objectives = new ObjectiveSpace(study.objectives());
        List<double[]> points = new ArrayList<>();
        new LaggedSearch(space, 2, study, Guide.told(study.objectives()))
                .run(
                        request -> CompletableFuture.completedFuture(space.outcome(request.architecture())),
                        new SearchListener() {
                            @Override
                            public void finished(TrialRequest request, Outcome outcome) {
                                objectives.point(outcome).ifPresent(points::add);
                            }
                        });
        return Hypervolume.of(points, new double[] {0, 20}) / 20;
    }
}
