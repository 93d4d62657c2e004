package io.falconet.space.search;

import io.falconet.space.graph.Complexity;
import io.falconet.space.outcome.Accuracy;
import io.falconet.space.outcome.Evaluated;
import io.falconet.space.outcome.Failed;
import io.falconet.space.outcome.Fidelity;
import io.falconet.space.outcome.Objective;
import io.falconet.space.outcome.Outcome;
import io.falconet.space.outcome.Provenance;
import io.falconet.space.space.Architecture;
import io.falconet.space.study.RecipeSpec;
import io.falconet.space.study.StudySpec;
import io.falconet.space.study.StudySpec.DataSpec;
import io.falconet.space.study.StudySpec.DeviceSpec;
import io.falconet.space.study.StudySpec.StrategySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Studies of the toy space, and what their trials would find: a made-up accuracy over the true cost. */
public final class ToyStudy {
    static final Fidelity FIDELITY = new Fidelity(1, 0, 16);

    private ToyStudy() {}

    /** A study of accuracy and parameters. */
    public static StudySpec of(String strategy, int trials, long seed, int lag) {
        return of(strategy, trials, seed, lag, Map.of());
    }

    static StudySpec of(String strategy, int trials, long seed, int lag, Map<Objective, Double> limits) {
        return of(strategy, trials, seed, lag, limits, List.of(Objective.MAP50_95, Objective.PARAMETERS));
    }

    static StudySpec of(
            String strategy,
            int trials,
            long seed,
            int lag,
            Map<Objective, Double> limits,
            List<Objective> objectives) {
        return new StudySpec(
                "toy",
                "toy",
                Map.of(),
                List.of(),
                new DataSpec("/train.json", "/val.json", "/images"),
                objectives,
                limits,
                new StrategySpec(strategy, 12),
                trials,
                RecipeSpec.USUAL,
                FIDELITY,
                seed,
                new DeviceSpec("local", 1),
                1,
                lag);
    }

    /** The same study, which evaluates those detectors first. */
    static StudySpec seeded(StudySpec study, String... seeds) {
        return new StudySpec(
                study.name(),
                study.space(),
                study.choices(),
                List.of(seeds),
                study.data(),
                study.objectives(),
                study.limits(),
                study.strategy(),
                study.trials(),
                study.recipe(),
                study.fidelity(),
                study.seed(),
                study.device(),
                study.slots(),
                study.lag());
    }

    /** What a trial finds; every thirteenth network cannot be trained. */
    public static Outcome outcome(TrialRequest request) {
        return Long.parseUnsignedLong(request.networkId().substring(8), 16) % 13 == 0
                ? new Failed("It diverged.", "", provenance())
                : evaluated(request.architecture(), accuracy(request.architecture()));
    }

    static Evaluated evaluated(Architecture architecture, double map) {
        return new Evaluated(
                Complexity.of(new ToySpace().detector(architecture, 2).network()),
                new Accuracy(map, map, map, map, map, map),
                Optional.empty(),
                List.of(),
                provenance());
    }

    static Provenance provenance() {
        return new Provenance(1, "1", "", FIDELITY, Map.of(), Instant.EPOCH, Duration.ZERO);
    }

    /** More width and depth help less and less; each block has a kernel that suits it, later stages count more. */
    private static double accuracy(Architecture architecture) {
        double capacity = 0;
        double fit = 0;
        for (int stage = 1; stage <= 3; stage++) {
            capacity += stage
                    * Math.log(architecture.number("width" + stage))
                    * Math.sqrt(architecture.number("depth" + stage));
            int suited = List.of(3, 5, 1)
                    .get(List.of("dense", "depthwise", "pointwise").indexOf(architecture.decision("block" + stage)));
            fit += Math.abs(architecture.number("kernel" + stage) - suited) / 2.0;
        }
        double taper = Math.abs(Math.log(architecture.number("width2") / (double) architecture.number("width3")));
        return 0.6 * (1 - Math.exp(-capacity / 20)) * Math.exp(-fit / 8) * Math.exp(-taper / 3);
    }
}
