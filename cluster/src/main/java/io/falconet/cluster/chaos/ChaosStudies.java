package io.falconet.cluster.chaos;

import io.falconet.evaluator.synthetic.SyntheticDataset;
import io.falconet.space.study.StudyException;
import io.falconet.space.study.StudyReader;
import io.falconet.space.study.StudySpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Small studies, whose trainings take seconds and learn something. Latencies are measured and no objective: they are never
 * the same twice.
 */
final class ChaosStudies {
    private static final String NAME = "shaken-";
    private static final SyntheticDataset DATA = new SyntheticDataset(16, 8, 7);
    private static final String STUDY =
            """
            name: %s
            space: small-objects
            choices:
              input: [192]
              levels: [4-8-16]
              stage1.width: [48, 64]
              stage2.width: [96, 128]
              stage1.depth: [2]
              stage2.depth: [2, 4]
              neck.width: [48]
              head.width: [48, 64]
              head.depth: [1]
            data: {train: train.json, validation: val.json, images: images}
            objectives: [map50-95, parameters]
            strategy: {name: nsga2, population: 4}
            trials: %d
            fidelity: {epochs: 8, images: all, batch: 4}
            seed: %d
            slots: 2
            lag: 4
            device: %s
            """;

    private final Path folder;
    private final int trials;
    private final long seed;

    /**
     * @param folder of their data and files
     * @param trials of each
     * @param seed of the first; each further one has the next
     */
    ChaosStudies(Path folder, int trials, long seed) {
        this.folder = folder;
        this.trials = trials;
        this.seed = seed;
    }

    void putData() throws IOException {
        DATA.write(folder, done -> {});
    }

    /** The study of that position, counted from 0. */
    StudySpec study(int position, String device) throws IOException {
        try {
            return new StudyReader().read(yaml(position, device), folder);
        } catch (StudyException e) {
            throw new IllegalStateException("The study is a good one.", e);
        }
    }

    /** A file of the study of that name. */
    Path file(String name, String device) throws IOException {
        int position = Integer.parseInt(name.substring(NAME.length())) - 1;
        return Files.writeString(folder.resolve(name + ".yaml"), yaml(position, device));
    }

    private String yaml(int position, String device) {
        return STUDY.formatted(NAME + (position + 1), trials, seed + position, device);
    }
}
