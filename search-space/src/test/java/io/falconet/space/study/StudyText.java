package io.falconet.space.study;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.falconet.space.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A good study file, to be changed, and what is wrong with what became of it. */
final class StudyText {
    static final String STUDY =
            """
            name: pcb
            space: toy
            choices: {width1: [8, 16]}
            data:
              train: train.json
              validation: val.json
              images: images
            objectives: [map50-95, latency, parameters]
            limits: {parameters: 2.5M, macs: 600M}
            strategy: {name: nsga2, population: 12}
            trials: 30
            fidelity: {epochs: 8, images: all, batch: 16}
            seed: 1
            device: {name: local, threads: 1}
            slots: 2
            lag: 8
            """;

    private StudyText() {}

    /** Makes the files and the folder that it names. */
    static void putData(Path folder) throws IOException {
        Files.createFile(folder.resolve("train.json"));
        Files.createFile(folder.resolve("val.json"));
        Files.createDirectory(folder.resolve("images"));
    }

    /** All that is wrong with a study file, a line each. */
    static List<String> problems(StudyReader reader, String yaml, Path folder) {
        return catchThrowableOfType(StudyException.class, () -> reader.read(yaml, folder)).problems().stream()
                .map(Problem::toString)
                .toList();
    }
}
