package io.falconet.cluster.cli;

import io.falconet.evaluator.ProducedArtifact;
import io.falconet.evaluator.engine.Weights;
import io.falconet.results.ResultsDb;
import io.falconet.results.StoredArtifact;
import io.falconet.results.StudyRecord;
import io.falconet.results.TrialReference;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** The files of a model by name: what its trial left, or what can be made of a model that nobody trained. */
final class ModelFiles {
    private final StoreOptions store;

    ModelFiles(StoreOptions store) {
        this.store = store;
    }

    /**
     * The content of each file by name, read or made when it is asked for.
     *
     * @param classes how many kinds a model that nobody trained tells apart; null for its own
     */
    Map<String, Supplier<byte[]>> of(Model model, Integer classes) {
        int kinds = Requests.classes(model, classes);
        Map<String, Supplier<byte[]>> files = new LinkedHashMap<>(
                model.trial().map(trial -> trained(model, trial)).orElseGet(() -> UntrainedFiles.of(model, kinds)
                        .contents()));
        files.put(LayerListFile.NAME, () -> LayerListFile.of(model, kinds));
        return files;
    }

    private Map<String, Supplier<byte[]>> trained(Model model, TrialReference trial) {
        try (ResultsDb db = store.open()) {
            StudyRecord study = db.studies().find(trial.study()).orElseThrow();
            Map<String, Supplier<byte[]>> files = new LinkedHashMap<>();
            for (StoredArtifact artifact : db.trials().artifacts(study.id(), trial.number())) {
                byte[] content = db.artifacts().read(artifact.sha256());
                files.put(artifact.name(), () -> content);
            }
            if (files.containsKey(ProducedArtifact.WEIGHTS)) {
                byte[] weights = files.get(ProducedArtifact.WEIGHTS).get();
                files.putAll(NcnnFiles.of(
                        () -> model.build(model.image(), model.classes()), network -> Weights.load(weights)));
            }
            return files;
        }
    }
}
