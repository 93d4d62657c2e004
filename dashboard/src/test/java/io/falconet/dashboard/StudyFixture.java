package io.falconet.dashboard;

import io.falconet.results.Claim;
import io.falconet.results.DeviceRecord;
import io.falconet.results.ResultsDb;
import io.falconet.results.StoredArtifact;
import io.falconet.results.StudyRecord;
import io.falconet.results.StudyState;
import io.falconet.results.TrialRecord;
import io.falconet.results.TrialReference;
import io.falconet.space.graph.Complexity;
import io.falconet.space.graph.Network;
import io.falconet.space.outcome.Accuracy;
import io.falconet.space.outcome.DeviceProfile;
import io.falconet.space.outcome.EpochRecord;
import io.falconet.space.outcome.Evaluated;
import io.falconet.space.outcome.Failed;
import io.falconet.space.outcome.Fidelity;
import io.falconet.space.outcome.Infeasible;
import io.falconet.space.outcome.LatencyReport;
import io.falconet.space.outcome.Objective;
import io.falconet.space.outcome.Outcome;
import io.falconet.space.outcome.Provenance;
import io.falconet.space.search.TrialRequest;
import io.falconet.space.search.strategy.Descent;
import io.falconet.space.search.strategy.Origin;
import io.falconet.space.space.Architecture;
import io.falconet.space.space.SearchSpace;
import io.falconet.space.space.SearchSpaces;
import io.falconet.space.study.RecipeSpec;
import io.falconet.space.study.Rungs;
import io.falconet.space.study.StudySpec;
import io.falconet.space.study.StudyWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * A study in a results store, for tests: real architectures and their real cost, but accuracy, latency and files out of a
 * formula.
 */
public final class StudyFixture {
    /** Trials of the study. */
    public static final int TRIALS = 30;

    /** The secret of the registered device. */
    static final String TOKEN = "513fbacae9cc2de34a063ef6eb4401a84977ec53a9dc2494";

    private static final int CLASSES = 6;
    private static final Fidelity FIDELITY = new Fidelity(8, 0, 16);
    private static final String DATA = "9c1d6a4be02f77d1";

    private final ResultsDb db;
    private final String name;
    private final Instant start;
    private final Random random = new Random(7);
    private final SearchSpace space = SearchSpaces.named("small-objects");
    private final List<Architecture> architectures = new ArrayList<>();
    private Claim claim;
    private boolean scored;
    private boolean bred;
    private Map<Objective, Double> limits = Map.of(Objective.PARAMETERS, 6e6);

    /** A study of that name that begins then; nothing is stored yet. */
    public StudyFixture(ResultsDb db, String name, Instant start) {
        this.db = db;
        this.name = name;
        this.start = start;
    }

    /** The same, which allows so many milliseconds. */
    public StudyFixture within(double millis) {
        limits = Map.of(Objective.LATENCY, millis);
        return this;
    }

    /** The same, which optimises synflow in the place of parameters. */
    public StudyFixture scored() {
        scored = true;
        return this;
    }

    /**
     * The same, whose first dozen of trials is trained in part and whose others are bred from earlier ones; two fail, a
     * promoted one goes on. Trials run three at a time, and the fourth leaves a log and its timed runs too.
     */
    public StudyFixture bred() {
        bred = true;
        return this;
    }

    /** A study all of whose trials are done: most evaluated, one reused, one infeasible, one failed. */
    public StudyRecord finished() {
        begin();
        for (int number = 0; number < TRIALS; number++) {
            propose(number);
            finish(number);
        }
        Instant end = start.plusSeconds(20 * TRIALS + 5);
        db.studies().release(claim, StudyState.FINISHED, Optional.empty(), end);
        return db.studies().find(name).orElseThrow();
    }

    /** Trains trials of a study again, for longer, in another study: better, and not quite in the same order. */
    public static void longer(ResultsDb db, String study, String other, int epochs, int... numbers) {
        long brief = db.studies().find(study).orElseThrow().id();
        Instant now = Instant.now();
        long longer =
                db.studies().create(other, "from: a test", numbers.length, now).id();
        Claim claim =
                db.studies().claim(longer, "test", Duration.ofHours(1), now).orElseThrow();
        Fidelity fidelity = new Fidelity(epochs, 0, FIDELITY.batch());
        for (int number : numbers) {
            TrialRecord trial = db.trials().find(brief, number).orElseThrow();
            db.trials()
                    .propose(
                            claim,
                            new TrialRequest(
                                    number,
                                    Architecture.parse(trial.architecture()),
                                    trial.networkId(),
                                    fidelity,
                                    seed(number)),
                            now);
            db.trials()
                    .record(
                            claim,
                            number,
                            longer((Evaluated) trial.outcome().orElseThrow(), fidelity, number),
                            Optional.empty(),
                            List.of(),
                            now);
        }
        db.studies().release(claim, StudyState.FINISHED, Optional.empty(), now);
    }

    /** Stores the outcomes of a study in another, as they are. */
    public static void same(ResultsDb db, String study, long other) {
        Instant now = Instant.now();
        Claim claim =
                db.studies().claim(other, "test", Duration.ofHours(1), now).orElseThrow();
        for (TrialRecord trial :
                db.trials().list(db.studies().find(study).orElseThrow().id())) {
            db.trials()
                    .propose(
                            claim,
                            new TrialRequest(
                                    trial.number(),
                                    Architecture.parse(trial.architecture()),
                                    trial.networkId(),
                                    trial.fidelity(),
                                    seed(trial.number())),
                            now);
            db.trials().record(claim, trial.number(), trial.outcome().orElseThrow(), Optional.empty(), List.of(), now);
        }
    }

    private static Evaluated longer(Evaluated brief, Fidelity fidelity, int number) {
        double map = 0.3 + 0.6 * brief.accuracy().map50To95() + 0.04 * new Random(number).nextGaussian();
        Provenance from = brief.provenance();
        return new Evaluated(
                brief.complexity(),
                new Accuracy(map, map, map, map, map, map),
                Optional.empty(),
                List.of(),
                new Provenance(
                        from.seed(),
                        from.codeVersion(),
                        from.dataFingerprint(),
                        fidelity,
                        from.versions(),
                        from.started(),
                        from.elapsed()));
    }

    /** Creates and claims the study. */
    public StudyFixture begin() {
        StudySpec spec = new StudySpec(
                name,
                space.name(),
                Map.of("input", List.of("224", "256", "320")),
                List.of(),
                new StudySpec.DataSpec("/data/train.json", "/data/val.json", "/data/images"),
                List.of(Objective.MAP50_95, Objective.LATENCY, scored ? Objective.SYNFLOW : Objective.PARAMETERS),
                limits,
                new StudySpec.StrategySpec("nsga2", 12),
                TRIALS,
                RecipeSpec.USUAL,
                FIDELITY,
                Rungs.NONE,
                1,
                new StudySpec.DeviceSpec("local", 1),
                2,
                8);
        StudyRecord study = db.studies().create(name, new StudyWriter().write(spec), TRIALS, start);
        claim = db.studies()
                .claim(study.id(), "test", Duration.ofHours(1), start)
                .orElseThrow();
        return this;
    }

    /** Shows that the study's driver lives. */
    void beat() {
        db.studies().heartbeat(claim, Optional.empty());
    }

    /** Puts a trial in flight. */
    public void propose(int number) {
        Optional<Descent> descent = bred ? Optional.of(Pedigree.of(number)) : Optional.empty();
        Architecture architecture = descent.filter(known -> !known.parents().isEmpty())
                .map(this::child)
                .orElseGet(this::architecture);
        architectures.add(architecture);
        TrialRequest request = new TrialRequest(
                number,
                architecture,
                network(architecture).id(),
                fidelity(number),
                seed(number),
                descent.filter(known -> known.origin() == Origin.PROMOTED)
                        .map(known -> known.parents().get(0)));
        db.trials().propose(claim, descent.map(request::from).orElse(request), start.plusSeconds(20L * number));
    }

    private Fidelity fidelity(int number) {
        return bred && number < Pedigree.FIRST ? new Fidelity(2, 0, 16, 8, 1) : FIDELITY;
    }

    /** What its parents decide, with a decision changed, of a network that is not too large. */
    private Architecture child(Descent descent) {
        Architecture parent = architectures.get(descent.parents().get(0));
        while (descent.origin() != Origin.PROMOTED) {
            Architecture child = Pedigree.child(
                    space,
                    parent,
                    architectures.get(descent.parents().get(descent.parents().size() - 1)),
                    random);
            if (Complexity.of(network(child)).macs() < 2_500_000_000L) {
                return child;
            }
        }
        return parent;
    }

    /** Ends a trial in flight. */
    public void finish(int number) {
        Instant end = start.plusSeconds(20L * number + 17);
        if (number == 11 || bred && number == 13) {
            String cause = "The loss became NaN in epoch " + (number == 11 ? 2 : 3);
            Outcome failed = new Failed(
                    cause,
                    "io.falconet.TrainingException: " + cause + "\n\tat trainer\n\tat evaluator",
                    provenance(number));
            db.trials().record(claim, number, failed, Optional.empty(), List.of(), end);
        } else if (number == 17) {
            Outcome infeasible = new Infeasible("parameters may be at most 6 M, found 7.31 M", provenance(number));
            db.trials().record(claim, number, infeasible, Optional.empty(), List.of(), end);
        } else {
            Network network = network(architectures.get(number));
            Optional<TrialReference> reused =
                    number == 23 && !bred ? Optional.of(new TrialReference(name, 4)) : Optional.empty();
            db.trials().record(claim, number, evaluated(network, number), reused, files(number), end);
        }
    }

    /** Registers a device, by a token that no page may show. */
    static void register(ResultsDb db, Instant seen) {
        db.devices()
                .put(
                        new DeviceRecord(
                                "raspberry",
                                "raspberry.lan:7373",
                                "0".repeat(64),
                                "Raspberry Pi 5 Model B Rev 1.0, 4 cores",
                                "ONNX Runtime 1.28.0",
                                seen,
                                seen),
                        TOKEN);
    }

    /** The bytes that stand for a trial's ONNX file. */
    public static byte[] onnx(int number) {
        byte[] content = new byte[50_000 + 1000 * number];
        new Random(number).nextBytes(content);
        return content;
    }

    private List<StoredArtifact> files(int number) {
        List<StoredArtifact> files = new ArrayList<>(List.of(
                db.artifacts().put("model.onnx", "onnx", onnx(number)),
                db.artifacts().put("weights.safetensors", "weights", onnx(100 + number)),
                db.artifacts()
                        .put(
                                "configuration.json",
                                "configuration",
                                "{\"trial\": %d}".formatted(number).getBytes(StandardCharsets.UTF_8))));
        if (bred && number == 4) {
            files.add(db.artifacts().put("training.log", "log", Pedigree.log()));
            files.add(db.artifacts().put("latency.json", "latency", Pedigree.timedRuns()));
        }
        return files;
    }

    private Architecture architecture() {
        while (true) {
            Architecture architecture = space.architecture(space.choices().stream()
                    .mapToInt(choice -> choice.name().equals("input")
                            ? 3 + random.nextInt(4)
                            : random.nextInt(choice.options().size()))
                    .toArray());
            if (Complexity.of(network(architecture)).macs() < 2_500_000_000L) {
                return architecture;
            }
        }
    }

    private Network network(Architecture architecture) {
        return space.detector(architecture, CLASSES).network();
    }

    private Evaluated evaluated(Network network, int number) {
        Complexity complexity = Complexity.of(network);
        Random noise = new Random(31L * number);
        double skill = Math.min(0.9, 0.1 * Math.log10(complexity.macs() / 1e7) + 0.03 * Math.log(1 + number))
                + 0.05 * noise.nextGaussian();
        double map = Math.max(0.02, 0.08 + 0.9 * skill);
        Accuracy accuracy = new Accuracy(map, Math.min(0.98, 1.75 * map), 0.9 * map, 0.7 * map, 1.1 * map, Double.NaN);
        long median = (long) (1.4e6 + complexity.macs() / 130.0 * (1 + 0.25 * noise.nextDouble()));
        LatencyReport latency = new LatencyReport(
                new DeviceProfile("local", "A processor with 2 cores", "ONNX Runtime 1.28.0", 1),
                20,
                100,
                median,
                (long) (median * 0.985),
                (long) (median * 1.02),
                median / 60);
        List<EpochRecord> curve = IntStream.rangeClosed(1, 8)
                .mapToObj(epoch -> new EpochRecord(
                        epoch, loss(number, epoch), 0.01 * (1 + Math.cos(Math.PI * epoch / 8)) / 2, 1.7))
                .toList();
        return new Evaluated(complexity, accuracy, Optional.of(latency), curve, provenance(number))
                .with(scored ? Map.of(Objective.SYNFLOW, 40 + 10.0 * number) : Map.of());
    }

    private double loss(int number, int epoch) {
        return 0.5 + 2.2 / epoch + (bred ? 0.04 * (number % 7) : 0);
    }

    private Provenance provenance(int number) {
        return new Provenance(
                seed(number),
                "0.1.0",
                DATA,
                fidelity(number),
                Map.of("catalog", "1", "java", "17.0.15", "pytorch", "2.7.1", "system", "Linux 6.1 amd64"),
                start.plusSeconds(20L * number),
                Duration.ofMillis(bred ? 36_000 + 1_300L * (number % 12) : 16_300));
    }

    private static long seed(int number) {
        return 7_919L * (number + 1);
    }
}
