package io.falconet.evaluator.verify;

import io.falconet.evaluator.engine.TorchNetwork;
import io.falconet.evaluator.engine.Weights;
import io.falconet.evaluator.export.OnnxWriter;
import io.falconet.latency.measure.OnnxSession;
import io.falconet.space.graph.Input;
import io.falconet.space.graph.Network;
import io.falconet.space.graph.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What runs a network under proof. */
public enum Engine {
    /** PyTorch through DJL, as in training. */
    DJL {
        @Override
        List<float[]> run(Network network, Weights weights, List<float[]> inputs) {
            try (TorchNetwork torch = new TorchNetwork(network, weights)) {
                return List.of(torch.predict(inputs, 1));
            }
        }
    },
    /** ONNX Runtime on the exported file. */
    ONNX {
        @Override
        List<float[]> run(Network network, Weights weights, List<float[]> inputs) {
            List<String> names = OnnxWriter.outputs(network);
            byte[] model = OnnxWriter.singleImage().write(network, names, weights);
            try (OnnxSession session = new OnnxSession(model, 1)) {
                List<Node> read = network.nodes().stream()
                        .filter(node -> node.op() instanceof Input)
                        .toList();
                for (int i = 0; i < read.size(); i++) {
                    session.read(OnnxWriter.input(read.get(i)), inputs.get(i));
                }
                Map<String, float[]> found = session.infer();
                return names.stream().map(found::get).toList();
            }
        }
    };

    /**
     * The outputs for one image or one map of each input.
     *
     * @param inputs values in the order of the network's inputs
     * @return values in the order of the network's outputs, each channels x height x width
     */
    abstract List<float[]> run(Network network, Weights weights, List<float[]> inputs);

    /** The outputs for several images, one after the other, image by image. */
    final List<List<float[]>> run(Network network, Weights weights, List<float[]> inputs, int images) {
        List<List<float[]>> outputs = new ArrayList<>();
        for (int image = 0; image < images; image++) {
            int index = image;
            outputs.add(run(
                    network,
                    weights,
                    inputs.stream().map(all -> part(all, index, images)).toList()));
        }
        return outputs;
    }

    private static float[] part(float[] all, int index, int parts) {
        int size = all.length / parts;
        float[] part = new float[size];
        System.arraycopy(all, index * size, part, 0, size);
        return part;
    }
}
