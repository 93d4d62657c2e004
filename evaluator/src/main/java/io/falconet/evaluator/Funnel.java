package io.falconet.evaluator;

import io.falconet.evaluator.data.Dataset;
import io.falconet.evaluator.data.ImageCache;
import io.falconet.evaluator.data.NetworkInput;
import io.falconet.evaluator.detect.family.DetectorFamilies;
import io.falconet.evaluator.engine.Processor;
import io.falconet.evaluator.engine.Weights;
import io.falconet.evaluator.export.Configuration;
import io.falconet.evaluator.export.ConfigurationFormat;
import io.falconet.evaluator.export.ModelDescription;
import io.falconet.evaluator.export.OnnxWriter;
import io.falconet.evaluator.metric.CocoEvaluator;
import io.falconet.evaluator.train.Checkpoints;
import io.falconet.evaluator.train.Predictor;
import io.falconet.evaluator.train.Pretrained;
import io.falconet.evaluator.train.Recipes;
import io.falconet.evaluator.train.Trainer;
import io.falconet.evaluator.train.TrainingListener;
import io.falconet.evaluator.train.TrainingRecipe;
import io.falconet.evaluator.train.TrainingResult;
import io.falconet.evaluator.train.TrainingStart;
import io.falconet.latency.measure.ComputeGate;
import io.falconet.latency.measure.Measurement;
import io.falconet.latency.measure.MeasurementFormat;
import io.falconet.space.block.Detector;
import io.falconet.space.graph.Complexity;
import io.falconet.space.outcome.Accuracy;
import io.falconet.space.outcome.Evaluated;
import io.falconet.space.outcome.Infeasible;
import io.falconet.space.outcome.LatencyReport;
import io.falconet.space.outcome.Objective;
import io.falconet.space.space.Architecture;
import io.falconet.space.space.SearchSpaces;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The stages that a candidate goes through, from the cheapest to the dearest: the first that it fails ends it. */
final class Funnel {
    private final ImageCache images;
    private final ComputeGate gate;
    private final Trainer trainer;
    private final Predictor predictor;
    private final TrialMeter meter;

    Funnel(ImageCache images, ComputeGate gate, int trainingThreads, TrialMeter meter) {
        this.images = images;
        this.gate = gate;
        this.trainer = new Trainer(images, gate, trainingThreads);
        this.predictor = new Predictor(images, gate);
        this.meter = meter;
    }

    Evaluation run(
            EvaluationTask task,
            Optional<Pretrained> start,
            TrialData data,
            Attempt attempt,
            TrainingListener listener,
            Checkpoints checkpoints)
            throws InterruptedException {
        Stamp stamp = attempt.stamp();
        TrainingLog log = attempt.log();
        log.line("architecture %s", task.architecture());
        log.line(
                "seed %d, %s, recipe %s",
                task.seed(), task.fidelity().text(), task.recipe().text());
        Architecture architecture = Architecture.parse(task.architecture());
        Detector built = SearchSpaces.named(architecture.space())
                .detector(architecture, data.classes().size());
        Complexity complexity = Complexity.of(built.network());
        log.line(
                "network %s, %,d parameters, %,d MACs",
                built.network().id(), complexity.parametersExecuted(), complexity.macs());
        Optional<String> broken = Limits.broken(complexity, task.limits()).or(() -> untrained(built));
        if (broken.isPresent()) {
            return new Evaluation(new Infeasible(broken.get(), stamp.provenance()), List.of());
        }

        Optional<Pretrained> from = start.or(() -> task.origin().start().map(learned -> pretrained(learned, built)));
        from.ifPresent(before -> log.line("from weights of SHA-256 %s", before.sha256()));
        TrainingSize size = TrainingSize.of(
                architecture,
                from.map(before -> before.of(built)).orElse(built),
                task.fidelity().pixels());
        TrainingRecipe recipe = Recipes.of(task.recipe());
        TrainingResult trained = trainer(task, from, size, attempt)
                .train(
                        size.trained(),
                        data.train().dataset(),
                        recipe,
                        task.fidelity(),
                        task.seed(),
                        log.and(listener),
                        checkpoints);
        trained.faults().forEach(fault -> log.line("left out: %s %s", fault.where(), fault.message()));
        Detector detector = size.atFullSize(trained.detector());
        Accuracy accuracy = score(trained, data.validation().dataset(), attempt.processor());
        log.line(
                "mAP50-95 %.4f, mAP50 %.4f on images of %d px",
                accuracy.map50To95(), accuracy.map50(), trained.input().width());

        ModelDescription description = ModelDescription.of(
                architecture, detector, data.classes(), trained.input().normalisation());
        Map<String, String> properties = new LinkedHashMap<>(description.properties());
        properties.putAll(stamp.provenance().facts());
        byte[] model = OnnxWriter.singleImage().with(properties).write(detector, trained.weights());
        float[] image = firstImage(data.validation().dataset(), TrainingStart.input(detector, recipe));
        log.line(
                "ONNX differs by %.1e of the output's scale",
                gate.compute(() -> ExportCheck.difference(detector, trained.weights(), model, image)));
        Optional<Measurement> measured = Optional.empty();
        if (task.measureLatency()) {
            measured = Optional.of(meter.measure(task, model, log));
        }
        Optional<LatencyReport> latency = measured.map(Measurement::report);
        latency.ifPresent(report -> log.line("latency %s", text(report)));

        Evaluated outcome = new Evaluated(complexity, accuracy, latency, trained.curve(), stamp.provenance(latency));
        List<ProducedArtifact> artifacts =
                new ArrayList<>(artifacts(description, outcome, model, trained.weights(), measured, log));
        trained.checkpoint()
                .ifPresent(checkpoint ->
                        artifacts.add(new ProducedArtifact(ProducedArtifact.CHECKPOINT, "checkpoint", checkpoint)));
        return new Evaluation(outcome, artifacts);
    }

    /** What an earlier training of the same network left. */
    private static Pretrained pretrained(TrainingOrigin.Learned learned, Detector built) {
        ModelDescription described = new ConfigurationFormat()
                .read(learned.configuration(), ProducedArtifact.CONFIGURATION)
                .model();
        return new Pretrained(described.restore(built), Weights.load(learned.weights()), learned.sha256());
    }

    private Trainer trainer(EvaluationTask task, Optional<Pretrained> from, TrainingSize size, Attempt attempt) {
        Trainer placed = trainer.on(attempt.processor(), attempt.threads());
        Trainer further = from.map(before -> new Pretrained(size.trained(), before.weights(), before.sha256()))
                .map(placed::from)
                .orElse(placed);
        return task.origin()
                .beginning()
                .filter(beginning -> attempt.stamp().sameVersions(beginning.provenance()))
                .map(beginning -> further.after(beginning.checkpoint()))
                .orElse(further);
    }

    /** Why nobody can train the detector, if so: a space may hold heads that are built and exported alone. */
    private static Optional<String> untrained(Detector detector) {
        return DetectorFamilies.find(detector).isPresent()
                ? Optional.empty()
                : Optional.of("head: " + DetectorFamilies.unknown(detector));
    }

    private Accuracy score(TrainingResult trained, Dataset validation, Processor processor)
            throws InterruptedException {
        return CocoEvaluator.accuracy(
                validation,
                predictor.on(processor).predict(trained.detector(), trained.input(), trained.weights(), validation));
    }

    private float[] firstImage(Dataset dataset, NetworkInput input) {
        Dataset first = dataset.with(dataset.samples().subList(0, 1), dataset.fingerprint());
        float[] values = new float[3 * input.width() * input.height()];
        images.readable(first, input).dataset().samples().forEach(sample -> input.normalisation()
                .write(images.pixels(sample, input), values, 0));
        return values;
    }

    private static List<ProducedArtifact> artifacts(
            ModelDescription description,
            Evaluated outcome,
            byte[] model,
            Weights weights,
            Optional<Measurement> measured,
            TrainingLog log) {
        List<ProducedArtifact> artifacts = new ArrayList<>(List.of(
                new ProducedArtifact(ProducedArtifact.ONNX, "onnx", model),
                new ProducedArtifact(ProducedArtifact.WEIGHTS, "weights", weights.save()),
                new ProducedArtifact(ProducedArtifact.LOG, "log", log.text().getBytes(StandardCharsets.UTF_8))));
        measured.ifPresent(samples -> artifacts.add(
                new ProducedArtifact(ProducedArtifact.LATENCY, "latency", MeasurementFormat.write(samples))));
        Configuration configuration = new Configuration(description)
                .with(new Configuration.Measured(objectives(outcome), outcome.latency(), outcome.provenance()))
                .with(artifacts.stream()
                        .map(artifact -> Configuration.ExportedFile.of(artifact.name(), artifact.content()))
                        .toList());
        artifacts.add(new ProducedArtifact(
                ProducedArtifact.CONFIGURATION, "configuration", new ConfigurationFormat().write(configuration)));
        return artifacts;
    }

    private static Map<String, Double> objectives(Evaluated outcome) {
        Map<String, Double> values = new LinkedHashMap<>();
        for (Objective objective : Objective.values()) {
            double value = objective.value(outcome);
            if (!Double.isNaN(value)) {
                values.put(objective.key(), value);
            }
        }
        return values;
    }

    private static String text(LatencyReport latency) {
        return String.format(
                Locale.ROOT,
                "%.3f ms, 95 %% interval %.3f to %.3f ms, %d runs, %s, %s%s",
                latency.medianMillis(),
                latency.lowNanos() / 1e6,
                latency.highNanos() / 1e6,
                latency.runs(),
                latency.device().name(),
                latency.device().runtime(),
                latency.disturbance().map(what -> ", disturbed: " + what).orElse(""));
    }
}
