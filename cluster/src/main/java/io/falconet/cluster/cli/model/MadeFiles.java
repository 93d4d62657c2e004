package io.falconet.cluster.cli.model;

import io.falconet.evaluator.ProducedArtifact;
import io.falconet.evaluator.engine.Weights;
import io.falconet.evaluator.export.OnnxWriter;
import io.falconet.space.block.Detector;
import io.falconet.space.graph.Network;
import io.falconet.space.zoo.ZooNetwork;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The files that are made of a network and its weights, for runtimes. Each is made when it is asked for, since large models
 * hold hundreds of megabytes.
 *
 * @param built the model, built when a file is asked for: what is stored may be older than what can be built
 * @param properties that its own file carries
 * @param weights of one of its networks
 */
record MadeFiles(
        Supplier<ZooNetwork> built, Supplier<Map<String, String>> properties, Function<Network, Weights> weights) {
    /** Those of what is run on images. */
    Map<String, Supplier<byte[]>> contents() {
        Map<String, Supplier<byte[]>> contents = new LinkedHashMap<>();
        contents.put(ProducedArtifact.ONNX, this::onnx);
        contents.putAll(NcnnFiles.of(built, weights));
        return contents;
    }

    /** Those of what is run on the regions that the model proposes. */
    Map<String, Supplier<byte[]>> contents(Network stage) {
        Map<String, Supplier<byte[]>> contents = new LinkedHashMap<>();
        contents.put(UntrainedFiles.SECOND_STAGE, () -> onnx(stage, OnnxWriter.outputs(stage)));
        contents.putAll(NcnnFiles.secondStage(stage, weights));
        return contents;
    }

    private byte[] onnx() {
        ZooNetwork model = built.get();
        return onnx(
                model.network(),
                model.format()
                        .map(format -> OnnxWriter.outputs(new Detector(model.network(), format)))
                        .orElseGet(() -> OnnxWriter.outputs(model.network())));
    }

    private byte[] onnx(Network network, List<String> outputs) {
        return OnnxWriter.singleImage().with(properties.get()).write(network, outputs, weights.apply(network));
    }
}
