package io.falconet.cluster.cli.export;

import io.falconet.cluster.cli.model.LayerListFile;
import io.falconet.cluster.cli.model.NcnnFiles;
import io.falconet.cluster.cli.model.UntrainedFiles;
import io.falconet.evaluator.ProducedArtifact;
import java.util.List;

/** What a model can be exported to. Lower case, as typed. */
enum ExportFormat {
    onnx(ProducedArtifact.ONNX, UntrainedFiles.SECOND_STAGE, DetectionsFile.NAME),
    ncnn(NcnnFiles.PARAM, NcnnFiles.BIN, NcnnFiles.SECOND_STAGE_PARAM, NcnnFiles.SECOND_STAGE_BIN),
    config(ProducedArtifact.CONFIGURATION),
    weights(ProducedArtifact.WEIGHTS),
    yaml(LayerListFile.NAME),
    card(ModelExport.CARD),
    /** All of the others in one file. */
    zip();

    private final List<String> files;

    ExportFormat(String... files) {
        this.files = List.of(files);
    }

    /** The names of its files: the first is always there where there are any, others where a model has such a part. */
    List<String> files() {
        return files;
    }

    /** The file without which a model has no such format: card and zip are made of the configuration. */
    String needs() {
        return this == card || this == zip ? ProducedArtifact.CONFIGURATION : files.get(0);
    }

    /** Whether there are models that it cannot say. */
    boolean partial() {
        return this == ncnn || this == yaml;
    }
}
