package io.falconet.cluster.cli;

import io.falconet.evaluator.ProducedArtifact;
import io.falconet.evaluator.data.Normalisation;
import io.falconet.evaluator.engine.Weights;
import io.falconet.evaluator.export.Configuration;
import io.falconet.evaluator.export.ConfigurationFormat;
import io.falconet.evaluator.export.ModelDescription;
import io.falconet.evaluator.export.OnnxWriter;
import io.falconet.results.ResultsDb;
import io.falconet.results.StoredArtifact;
import io.falconet.results.StudyRecord;
import io.falconet.results.TrialReference;
import io.falconet.space.block.Detector;
import io.falconet.space.space.Architecture;
import io.falconet.space.zoo.ZooNetwork;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The files of a model by name: what its trial left, or what can be made of a model that nobody trained. */
final class ModelFiles {
    private final StoreOptions store;

    ModelFiles(StoreOptions store) {
        this.store = store;
    }

    /**
     * The content of each file.
     *
     * @param classes how many kinds a model that nobody trained tells apart; null for its own
     * @throws io.falconet.cluster.driver.RequestException if Falconet does not train such models
     */
    Map<String, byte[]> of(Model model, Integer classes) {
        return model.trial().map(this::trained).orElseGet(() -> untrained(model, Requests.classes(model, classes)));
    }

    private Map<String, byte[]> trained(TrialReference trial) {
        try (ResultsDb db = store.open()) {
            StudyRecord study = db.studies().find(trial.study()).orElseThrow();
            Map<String, byte[]> files = new LinkedHashMap<>();
            for (StoredArtifact artifact : db.trials().artifacts(study.id(), trial.number())) {
                files.put(artifact.name(), db.artifacts().read(artifact.sha256()));
            }
            return files;
        }
    }

    private static Map<String, byte[]> untrained(Model model, int classes) {
        Architecture architecture = model.architecture();
        ZooNetwork built = Requests.check(() -> model.build(model.image(), classes));
        Detector detector = new Detector(built.network(), built.format().orElseThrow());
        List<String> names =
                IntStream.range(0, classes).mapToObj(index -> "class" + index).toList();
        ModelDescription description = ModelDescription.of(architecture, detector, names, Normalisation.IMAGENET);
        Weights weights = Weights.initial(detector.network(), 0);
        byte[] onnx = OnnxWriter.singleImage().with(description.properties()).write(detector, weights);
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put(ProducedArtifact.ONNX, onnx);
        files.put(
                ProducedArtifact.CONFIGURATION,
                new ConfigurationFormat().write(new Configuration(description).with(ProducedArtifact.ONNX, onnx)));
        files.put(ProducedArtifact.WEIGHTS, weights.save());
        return files;
    }
}
