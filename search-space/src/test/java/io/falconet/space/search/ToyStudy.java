package io.falconet.space.search;

import io.falconet.space.graph.Complexity;
import io.falconet.space.outcome.Accuracy;
import io.falconet.space.outcome.Evaluated;
import io.falconet.space.outcome.Failed;
import io.falconet.space.outcome.Fidelity;
import io.falconet.space.outcome.Objective;
import io.falconet.space.outcome.Outcome;
import io.falconet.space.outcome.Provenance;
import io.falconet.space.outcome.Pruned;
import io.falconet.space.space.Architecture;
import io.falconet.space.study.RecipeSpec;
import io.falconet.space.study.Rungs;
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
                Rungs.NONE,
                seed,
                new DeviceSpec("local", 1),
                1,
                lag);
    }

    /** The same study by another strategy. */
    static StudySpec by(StrategySpec strategy, StudySpec study) {
        return study.by(study.name(), strategy, study.seed());
    }

    /** The same study, which evaluates those detectors first. */
    static StudySpec seeded(StudySpec study, String... seeds) {
        return other(study, List.of(seeds), study.fidelity(), study.rungs());
    }

    /** The same study, on two rungs and in full: 2, 4 and 8 epochs of one training. */
    static StudySpec onRungs(StudySpec study) {
        Fidelity full = new Fidelity(8, 0, 16);
        Rungs rungs = Rungs.below(full, List.of(new Fidelity(2, 0, 16), new Fidelity(4, 0, 16)), 3);
        return other(study, study.seeds(), full, rungs);
    }

    private static StudySpec other(StudySpec study, List<String> seeds, Fidelity fidelity, Rungs rungs) {
        return new StudySpec(
                study.name(),
                study.space(),
                study.choices(),
                seeds,
                study.data(),
                study.objectives(),
                study.limits(),
                study.strategy(),
                study.trials(),
                study.recipe(),
                fidelity,
                rungs,
                study.seed(),
                study.device(),
                study.slots(),
                study.lag());
    }

    /**
     * What a trial finds; every thirteenth network cannot be trained. What is trained in part is less accurate, more or less
     * so, and every seventh of them is given up.
     */
    public static Outcome outcome(TrialRequest request) {
        long id = Long.parseUnsignedLong(request.networkId().substring(8), 16);
        Fidelity fidelity = request.fidelity();
        if (id % 13 == 0) {
            return new Failed("It diverged.", "", provenance(fidelity));
        }
        double untrained = 1 - fidelity.epochs() / (double) fidelity.schedule();
        if (untrained > 0 && id % 7 == 0) {
            return new Pruned("It learned nothing.", provenance(fidelity));
        }
        double learned = 1 - untrained * (0.3 + 0.4 * (id % 101) / 101);
        return evaluated(request.architecture(), learned * accuracy(request.architecture()), fidelity);
    }

    static Evaluated evaluated(Architecture architecture, double map) {
        return evaluated(architecture, map, FIDELITY);
    }

    static Evaluated evaluated(Architecture architecture, double map, Fidelity fidelity) {
        return new Evaluated(
                Complexity.of(new ToySpace().detector(architecture, 2).network()),
                new Accuracy(map, map, map, map, map, map),
                Optional.empty(),
                List.of(),
                provenance(fidelity));
    }

    static Provenance provenance() {
        return provenance(FIDELITY);
    }

    private static Provenance provenance(Fidelity fidelity) {
        return new Provenance(1, "1", "", fidelity, Map.of(), Instant.EPOCH, Duration.ZERO);
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
