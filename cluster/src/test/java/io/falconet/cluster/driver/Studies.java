package io.falconet.cluster.driver;

import io.falconet.evaluator.Evaluation;
import io.falconet.evaluator.ProducedArtifact;
import io.falconet.evaluator.TrialData;
import io.falconet.evaluator.data.Dataset;
import io.falconet.evaluator.data.Reading;
import io.falconet.evaluator.train.Recipes;
import io.falconet.results.ResultsDb;
import io.falconet.space.block.Detector;
import io.falconet.space.graph.Complexity;
import io.falconet.space.outcome.Accuracy;
import io.falconet.space.outcome.DeviceProfile;
import io.falconet.space.outcome.Evaluated;
import io.falconet.space.outcome.Fidelity;
import io.falconet.space.outcome.LatencyReport;
import io.falconet.space.outcome.Objective;
import io.falconet.space.outcome.Provenance;
import io.falconet.space.search.TrialRequest;
import io.falconet.space.space.SearchSpaces;
import io.falconet.space.study.RecipeSpec;
import io.falconet.space.study.Rungs;
import io.falconet.space.study.StudySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Small studies for tests, and evaluations that follow from the network alone. */
public final class Studies {
    public static final TrialData DATA = data("one");
    public static final DeviceProfile DEVICE = new DeviceProfile("local", "cpu", "none", 1);

    private static final List<Objective> OBJECTIVES = List.of(Objective.MAP50_95, Objective.LATENCY);

    private Studies() {}

    public static StudySpec named(String name, int trials) {
        return of("small-objects", List.of(), name, trials, Map.of(), OBJECTIVES);
    }

    /** A study of all of the catalog that starts from two published detectors. */
    static StudySpec seeded(String name, int trials) {
        return of("catalog", List.of("yolov5n", "nanodet-m"), name, trials, Map.of(), OBJECTIVES);
    }

    /** A study that trains half as long first. */
    static StudySpec onRungs(String name, int trials) {
        Fidelity full = new Fidelity(2, 0, 8);
        return of(
                "small-objects",
                List.of(),
                name,
                trials,
                Map.of(),
                OBJECTIVES,
                full,
                Rungs.below(full, List.of(new Fidelity(1, 0, 8)), 3));
    }

    /** The same, which allows so many milliseconds. */
    static StudySpec limited(String name, int trials, double millis) {
        return of(
                "catalog",
                List.of("yolov5n", "nanodet-m"),
                name,
                trials,
                Map.of(Objective.LATENCY, millis),
                OBJECTIVES);
    }

    /** A study that optimises a score without training too. */
    static StudySpec scored(String name, int trials) {
        return of("small-objects", List.of(), name, trials, Map.of(), List.of(Objective.MAP50_95, Objective.SYNFLOW));
    }

    private static StudySpec of(
            String space,
            List<String> seeds,
            String name,
            int trials,
            Map<Objective, Double> limits,
            List<Objective> objectives) {
        return of(space, seeds, name, trials, limits, objectives, new Fidelity(1, 0, 8), Rungs.NONE);
    }

    private static StudySpec of(
            String space,
            List<String> seeds,
            String name,
            int trials,
            Map<Objective, Double> limits,
            List<Objective> objectives,
            Fidelity fidelity,
            Rungs rungs) {
        return new StudySpec(
                name,
                space,
                Map.of("input", List.of("128", "160")),
                seeds,
                new StudySpec.DataSpec("/data/train.json", "/data/val.json", "/data/images"),
                objectives,
                limits,
                new StudySpec.StrategySpec("nsga2", 4),
                trials,
                RecipeSpec.USUAL,
                fidelity,
                rungs,
                1,
                new StudySpec.DeviceSpec("local", 1),
                2,
                4);
    }

    /** As if the study's driver had shown no sign of life for so long. */
    static void silence(ResultsDb db, String name, Duration duration) {
        db.transactions()
                .use(handle -> handle.execute(
                        "UPDATE study SET heartbeat_nanos = heartbeat_nanos - ? WHERE name = ?",
                        duration.toNanos(),
                        name));
    }

    static TrialData data(String content) {
        Reading reading = new Reading(new Dataset(List.of("a", "b"), List.of(), content), List.of());
        return new TrialData(reading, reading);
    }

    /** Larger networks are better and slower. */
    public static Evaluation evaluation(TrialRequest request) {
        Detector detector = SearchSpaces.named(request.architecture().space()).detector(request.architecture(), 2);
        Complexity complexity = Complexity.of(detector.network());
        double map = complexity.parameters() / (complexity.parameters() + 1e6);
        long nanos = complexity.macs() / 20;
        LatencyReport latency = new LatencyReport(DEVICE, 1, 9, nanos, nanos, nanos, 0);
        Provenance provenance = new Provenance(
                request.seed(),
                "test",
                DATA.fingerprint(),
                request.fidelity(),
                Map.of(Provenance.RECIPE, Recipes.version(RecipeSpec.USUAL)),
                Instant.EPOCH,
                Duration.ofSeconds(1));
        return new Evaluation(
                new Evaluated(
                        complexity,
                        new Accuracy(map, map, map, map, map, map),
                        Optional.of(latency),
                        List.of(),
                        provenance),
                List.of(new ProducedArtifact(ProducedArtifact.ONNX, "onnx", new byte[] {1, 2, 3})));
    }
}
