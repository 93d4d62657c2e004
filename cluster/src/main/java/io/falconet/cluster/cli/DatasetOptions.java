package io.falconet.cluster.cli;

import io.falconet.evaluator.data.CocoReader;
import io.falconet.evaluator.data.Reading;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A data set as it is named on the command line. */
final class DatasetOptions {
    @Parameters(paramLabel = "ANNOTATIONS.json", description = "COCO annotations.")
    private Path annotations;

    @Option(
            names = "--images",
            paramLabel = "DIR",
            description = "Folder of the images (default: images beside the annotations, or else their own folder).")
    private Path images;

    /** Reads the set; what is wrong with it is part of what was read. */
    Reading read() {
        return CocoReader.read(annotations, images());
    }

    private Path images() {
        Path folder = annotations.toAbsolutePath().getParent();
        if (images != null) {
            return images;
        }
        return Files.isDirectory(folder.resolve("images")) ? folder.resolve("images") : folder;
    }
}
