package io.falconet.cluster.cli.export;

import io.falconet.cluster.cli.model.Model;
import io.falconet.cluster.cli.terminal.Requests;
import io.falconet.cluster.driver.RequestException;
import io.falconet.evaluator.ProducedArtifact;
import io.falconet.evaluator.detect.DecodingRule;
import io.falconet.evaluator.detect.NonMaximumSuppression;
import io.falconet.evaluator.detect.family.DetectorFamilies;
import io.falconet.evaluator.engine.Weights;
import io.falconet.evaluator.export.Configuration;
import io.falconet.evaluator.export.ConfigurationFormat;
import io.falconet.evaluator.export.OnnxWriter;
import io.falconet.evaluator.export.postprocess.DetectionGraph;
import io.falconet.space.block.Detector;
import io.falconet.space.zoo.ZooNetwork;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import picocli.CommandLine.Option;

/** A detector's ONNX model that tells objects itself: what was asked for, and its content. */
final class DetectionsFile {
    static final String NAME = "detections.onnx";

    @Option(
            names = "--postprocess",
            required = true,
            description =
                    "With onnx, write " + NAME
                            + " too: decoding and suppression in the model, which then gives a row of x1, y1, x2, y2, score, class for each object.")
    private boolean asked;

    @Option(
            names = "--score",
            defaultValue = "0.3",
            description = "Of objects that score more than this (default: ${DEFAULT-VALUE}).")
    private float score;

    @Option(
            names = "--iou",
            description = "Of boxes that overlap by more than this the best one stays (default: the family's, 0.6).")
    private Double iou;

    @Option(
            names = "--max-detections",
            paramLabel = "N",
            description = "Objects of an image (default: the family's, 100 for GFL and 300 for YOLO).")
    private Integer most;

    @Option(
            names = "--class-agnostic",
            description =
                    "Of boxes that overlap keep the best, whatever their classes (default: the best of each class).")
    private boolean classAgnostic;

    /**
     * The file's content.
     *
     * @param files the model's others, by name
     * @throws RequestException where the model is no detector, or none that Falconet can read
     */
    byte[] of(Model model, Map<String, Supplier<byte[]>> files) {
        if (!files.keySet().containsAll(Set.of(ProducedArtifact.CONFIGURATION, ProducedArtifact.WEIGHTS))) {
            throw new RequestException(
                    "%s has the files %s, found no detector.".formatted(model.name(), files.keySet()),
                    "leave --postprocess away: only detectors tell objects.");
        }
        Configuration configuration = Requests.check(() -> new ConfigurationFormat()
                .read(files.get(ProducedArtifact.CONFIGURATION).get(), model.name()));
        return Requests.check(() -> {
            Detector detector = detector(model, configuration);
            DetectionGraph told = DetectionGraph.of(
                    detector, rule(DetectorFamilies.of(detector).standard()));
            Map<String, String> properties = new LinkedHashMap<>(configuration.properties());
            properties.putAll(told.properties());
            Weights weights = Weights.load(files.get(ProducedArtifact.WEIGHTS).get());
            return OnnxWriter.singleImage().with(properties).write(detector, weights, told);
        });
    }

    /** With what training fitted to the data. */
    private static Detector detector(Model model, Configuration configuration) {
        ZooNetwork built =
                model.build(model.image(), configuration.model().classes().size());
        return configuration
                .model()
                .restore(new Detector(built.network(), built.format().orElseThrow()));
    }

    private DecodingRule rule(DecodingRule standard) {
        NonMaximumSuppression suppression = standard.suppression();
        double overlap = iou == null ? suppression.iou() : iou;
        int count = most == null ? suppression.most() : most;
        if (!(overlap >= 0 && overlap <= 1) || count < 1) {
            throw new IllegalArgumentException(
                    "An overlap from 0 to 1 and at least one object were expected, found --iou %s, --max-detections %d. Maybe the overlap was given in percent."
                            .formatted(overlap, count));
        }
        return new DecodingRule(score, new NonMaximumSuppression(overlap, count, classAgnostic));
    }
}
