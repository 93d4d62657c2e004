package io.falconet.cluster.cli;

import io.falconet.evaluator.ProducedArtifact;

/** What a model can be exported to. Lower case, as typed. */
enum ExportFormat {
    onnx(ProducedArtifact.ONNX),
    config(ProducedArtifact.CONFIGURATION),
    weights(ProducedArtifact.WEIGHTS);

    private final String file;

    ExportFormat(String file) {
        this.file = file;
    }

    /** The file's name. */
    String file() {
        return file;
    }
}
