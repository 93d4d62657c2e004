package io.falconet.cluster.cli;

import io.falconet.cluster.driver.RequestException;
import io.falconet.evaluator.ProducedArtifact;
import io.falconet.evaluator.export.ConfigurationFormat;
import io.falconet.evaluator.export.ModelDescription;
import io.falconet.evaluator.predict.ExportedDetector;
import io.falconet.space.block.Detector;
import io.falconet.space.graph.Shape;
import io.falconet.space.zoo.ZooNetwork;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Supplier;

/**
 * A model that can look at images: its files, as a trial left them or as they were exported.
 *
 * @param onnx the model file's content
 */
record TrainedModel(ModelDescription description, byte[] onnx) {
    /** How commands describe such a parameter. */
    static final String DESCRIPTION =
            "study:trial, or a folder that train or export wrote, or its configuration.json, model.onnx or detections.onnx.";

    /**
     * The model of that name.
     *
     * @throws RequestException if there is none
     */
    static TrainedModel find(String text, StoreOptions store) throws IOException {
        Path path = Path.of(text);
        if (Files.isDirectory(path)) {
            return exported(path.resolve(ProducedArtifact.CONFIGURATION), path.resolve(ProducedArtifact.ONNX));
        }
        if (Files.isRegularFile(path)) {
            return text.endsWith(".onnx")
                    ? exported(path.resolveSibling(ProducedArtifact.CONFIGURATION), path)
                    : exported(path, path.resolveSibling(ProducedArtifact.ONNX));
        }
        Model model = new Models(store).find(text);
        if (model.trial().isEmpty()) {
            throw new RequestException(
                    "A trained model was expected, found %s, which nobody trained here.".formatted(text),
                    "falconet train %s first, and then name the folder that it writes.".formatted(text));
        }
        Map<String, Supplier<byte[]>> files = new ModelFiles(store).of(model, null);
        if (!files.containsKey(ProducedArtifact.CONFIGURATION) || !files.containsKey(ProducedArtifact.ONNX)) {
            throw new RequestException(
                    "%s left the files %s, found no model.".formatted(text, files.keySet()),
                    "the trial failed; falconet pareto lists those that did not.");
        }
        return of(
                files.get(ProducedArtifact.CONFIGURATION).get(),
                text,
                files.get(ProducedArtifact.ONNX).get());
    }

    private static TrainedModel exported(Path configuration, Path onnx) throws IOException {
        for (Path file : new Path[] {configuration, onnx}) {
            if (!Files.isRegularFile(file)) {
                throw new RequestException(
                        "A model's %s and %s were expected side by side, found no %s."
                                .formatted(ProducedArtifact.CONFIGURATION, ProducedArtifact.ONNX, file),
                        "falconet export STUDY:TRIAL --to onnx,config writes both.");
            }
        }
        return of(Files.readAllBytes(configuration), configuration.toString(), Files.readAllBytes(onnx));
    }

    private static TrainedModel of(byte[] configuration, String name, byte[] onnx) {
        return new TrainedModel(
                Requests.check(() ->
                        new ConfigurationFormat().read(configuration, name).model()),
                onnx);
    }

    /** What the network reads. */
    Shape input() {
        return Shape.image(description.input().height(), description.input().width());
    }

    /** Loads it. */
    ExportedDetector load(ExportedDetector.Telling telling) {
        return Requests.check(() -> {
            ZooNetwork built = Models.described(description)
                    .build(input(), description.classes().size());
            Detector detector = new Detector(built.network(), built.format().orElseThrow());
            return ExportedDetector.load(description, detector, onnx, telling);
        });
    }
}
