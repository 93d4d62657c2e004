package io.falconet.cluster.cli.model;

import io.falconet.cluster.cli.terminal.Requests;
import io.falconet.cluster.cli.terminal.StoreOptions;
import io.falconet.cluster.driver.RequestException;
import io.falconet.evaluator.ProducedArtifact;
import io.falconet.evaluator.export.ModelDescription;
import io.falconet.evaluator.predict.ExportedDetector;
import io.falconet.space.block.Detector;
import io.falconet.space.graph.Shape;
import io.falconet.space.zoo.ZooNetwork;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Supplier;

/**
 * A model that can look at images: its files, as a trial left them or as they were exported.
 *
 * @param onnx the model file's content
 */
public record TrainedModel(ConfiguredModel model, byte[] onnx) {
    /** How commands describe such a parameter. */
    public static final String DESCRIPTION =
            "study:trial, or a folder or zip that train or export wrote, or its configuration.json, model.onnx or detections.onnx.";

    /**
     * The model of that name.
     *
     * @throws RequestException if there is none
     */
    public static TrainedModel find(String text, StoreOptions store) {
        Path path = Path.of(text);
        if (Files.isRegularFile(path) && text.endsWith(".onnx")) {
            ConfiguredModel model = ConfiguredModel.in(configurationBeside(path));
            return new TrainedModel(
                    model, model.kept().content(path.getFileName().toString(), model.configuration()));
        }
        Model model = Files.isDirectory(path)
                ? ConfiguredModel.in(configurationBeside(path.resolve(ProducedArtifact.ONNX)))
                : new Models(store).find(text);
        if (model instanceof ConfiguredModel configured && configured.holdsWeights()) {
            Map<String, Supplier<byte[]>> files = ModelFiles.of(model, null);
            return new TrainedModel(configured, files.get(ProducedArtifact.ONNX).get());
        }
        throw model.trial().isPresent()
                ? new RequestException(
                        "%s left no model.".formatted(text),
                        "the trial failed; falconet pareto lists those that did not.")
                : new RequestException(
                        "A trained model was expected, found %s, which nobody trained here.".formatted(text),
                        "falconet train %s first, and then name the folder that it writes.".formatted(text));
    }

    private static Path configurationBeside(Path onnx) {
        Path configuration = onnx.resolveSibling(ProducedArtifact.CONFIGURATION);
        if (!Files.isRegularFile(configuration)) {
            throw new RequestException(
                    "A model's %s and %s were expected side by side, found no %s."
                            .formatted(ProducedArtifact.CONFIGURATION, ProducedArtifact.ONNX, configuration),
                    "falconet export STUDY:TRIAL --to onnx,config writes both.");
        }
        return configuration;
    }

    /** What it is and how it is used. */
    public ModelDescription description() {
        return model.configuration().model();
    }

    /** What the network reads. */
    public Shape input() {
        return model.image();
    }

    /** Loads it. */
    public ExportedDetector load(ExportedDetector.Telling telling) {
        return Requests.check(() -> {
            ZooNetwork built = model.build(model.image(), model.classes());
            Detector detector = new Detector(built.network(), built.format().orElseThrow());
            return ExportedDetector.load(description(), detector, onnx, telling);
        });
    }
}
