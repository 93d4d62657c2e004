package io.falconet.cluster.cli.data;

import io.falconet.evaluator.data.Reading;
import io.falconet.evaluator.data.source.LabelFormat;
import io.falconet.evaluator.data.source.LabelledData;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** One part of a data set as it is named on the command line. */
final class DatasetOptions {
    @Parameters(
            paramLabel = "PATH",
            description = "A folder of COCO, VOC or YOLO data, or a COCO json, data.yaml or darknet .data file.")
    private Path path;

    @Mixin
    private LabelOptions labels;

    @Option(
            names = {"--split", "--part"},
            paramLabel = "NAME",
            description = "The part: train, val, test or all (default: train, or all where nothing is split).")
    private String part;

    /** Reads the part; what is wrong with it is part of what was read. */
    Reading read() {
        LabelledData data = labels.read(path);
        return Optional.ofNullable(part)
                .map(data::named)
                .orElseGet(data::training)
                .reading();
    }

    /** How labels are found, where looking at the folder is not enough. */
    static final class LabelOptions {
        @Option(
                names = "--images",
                paramLabel = "DIR",
                description = "Folder of the images of COCO files (default: images beside the file, or the like).")
        private Path images;

        @Option(
                names = "--labels",
                paramLabel = "FORMAT",
                description = "${COMPLETION-CANDIDATES} (default: found by looking).")
        private LabelFormat labels;

        /** All parts. */
        LabelledData read(Path path) {
            return LabelledData.read(path, Optional.ofNullable(labels), Optional.ofNullable(images));
        }
    }
}
