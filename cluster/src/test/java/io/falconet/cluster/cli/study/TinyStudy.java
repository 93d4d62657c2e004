package io.falconet.cluster.cli.study;

import io.falconet.evaluator.synthetic.SyntheticDataset;
import io.falconet.results.ResultsDb;
import io.falconet.results.StudyRecord;
import io.falconet.results.TrialRecord;
import io.falconet.results.TrialState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A folder with a tiny generated data set and studies that take seconds: real training, of next to nothing. */
public record TinyStudy(Path folder) {
    /** Writes the data. */
    public static TinyStudy in(Path folder) throws IOException {
        new SyntheticDataset(8, 4, 7).write(folder, done -> {});
        return new TinyStudy(folder);
    }

    /** Writes a study file. */
    public Path file(String name, int trials, int slots) throws IOException {
        return file(name, trials, slots, "fidelity: {epochs: 1, images: all, batch: 4}");
    }

    /**
     * Writes a study file.
     *
     * @param training lines that say how much training each candidate gets
     */
    public Path file(String name, int trials, int slots, String training) throws IOException {
        Path file = folder.resolve(name + "-" + slots + ".yaml");
        Files.writeString(
                file,
                """
                name: %s
                space: small-objects
                choices:
                  input: [128]
                  levels: [8-16]
                  stage1.width: [48, 64]
                  stage2.width: [96]
                  stage1.depth: [2]
                  stage2.depth: [2]
                  neck.width: [48]
                  head.width: [48, 64]
                  head.depth: [1]
                data: {train: train.json, validation: val.json, images: images}
                objectives: [map50-95, latency, parameters]
                strategy: {name: nsga2, population: 4}
                trials: %d
                %s
                seed: 5
                slots: %d
                lag: 3
                """
                        .formatted(name, trials, training.stripTrailing(), slots));
        return file;
    }

    /** The option that names a store within the folder. */
    public String store(String name) {
        return "--data-dir=" + folder.resolve(name);
    }

    /** What a store knows of a study's trials; nothing while there is no store. */
    public List<TrialRecord> trials(String store, String study) {
        if (!Files.exists(folder.resolve(store).resolve("falconet.mv.db"))) {
            return List.of();
        }
        try (ResultsDb db = ResultsDb.openFolder(folder.resolve(store))) {
            return db.studies()
                    .find(study)
                    .map(StudyRecord::id)
                    .map(db.trials()::list)
                    .orElse(List.of());
        }
    }

    /** How many trials have an outcome. */
    public long finished(String store, String study) {
        return trials(store, study).stream()
                .map(TrialRecord::state)
                .filter(TrialState::finished)
                .count();
    }
}
