package io.falconet.cluster.cli.demo;

import io.falconet.cluster.cli.study.StudyFiles;
import io.falconet.cluster.cli.terminal.Console;
import io.falconet.evaluator.synthetic.SyntheticDataset;
import io.falconet.space.study.StudyException;
import io.falconet.space.study.StudySpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The demo's data and study file, made where they are not there yet: what somebody changed in the file stays. */
final class DemoStudy {
    /** How many candidates the demo trains unless asked otherwise. */
    static final int TRIALS = 26;

    private static final SyntheticDataset DATA = new SyntheticDataset(240, 48, 1);

    private static final String FILE =
            """
            # What falconet demo searches. Change it, give it another name, and run: %s search %s
            name: %s
            space: small-objects
            choices:                      # fewer options than the space has: what two cores train in minutes
              input: [160, 192, 224]
              levels: [4-8-16, 8-16-32, 8-16]
              stage1.width: [48, 64]
              stage2.width: [96, 128]
              stage3.width: [128, 192]
              stage1.depth: [2, 3]
              stage2.depth: [2, 4]
              stage3.depth: [2]
              neck.width: [48, 64]
              head.width: [48, 64]
              head.depth: [1, 2]
            data: {train: train.json, validation: val.json, images: images}
            objectives: [map50-95, latency, parameters]
            limits: {macs: 70M}
            strategy: {name: surrogate, population: 8}
            trials: %d
            fidelity: {epochs: 8, images: all, batch: 8}
            seed: 1
            slots: 2
            lag: 6
            """;

    private final Path folder;
    private final int trials;

    /**
     * @param folder where data and study file are, or will be
     */
    DemoStudy(Path folder, int trials) {
        this.folder = folder;
        this.trials = trials;
    }

    /** The study, with all that it needs in place. */
    StudySpec prepare(Console console) throws IOException, StudyException {
        if (!Files.exists(folder.resolve("val.json"))) {
            console.say("Generating %d images.", DATA.trainImages() + DATA.validationImages());
            DATA.write(folder, done -> {});
        }
        Path file = folder.resolve(name() + "-study.yaml");
        if (!Files.exists(file)) {
            Files.writeString(file, FILE.formatted(Console.command(), file, name(), trials));
        }
        console.say("The study's file: %s", file);
        return StudyFiles.read(file);
    }

    /** The study's name. */
    String name() {
        return trials == TRIALS ? "demo" : "demo-" + trials;
    }
}
