package io.falconet.evaluator.export.ncnn;

import io.falconet.evaluator.engine.Weights;
import io.falconet.evaluator.export.OnnxWriter;
import io.falconet.space.block.Detector;
import io.falconet.space.graph.Network;
import java.util.List;

/**
 * Writes a trained detector as a model of ncnn: inference only, 32-bit floats,
 * batch norms folded into the convolutions that they alone read, dead branches left out.
 *
 * <p>The model's blobs go by the names of the ONNX model's values: it reads {@value OnnxWriter#INPUT}, a normalised image of
 * shape 3×height×width, and gives an output a level, {@code stride8} and so on. Weights that several nodes share are
 * written once for each of them: ncnn has no way to share.
 */
public final class NcnnWriter {
    private NcnnWriter() {}

    /**
     * The model's files.
     *
     * @param weights of the detector's network, as trained
     * @throws IllegalArgumentException if ncnn cannot say what a node computes
     */
    public static NcnnModel write(Detector detector, Weights weights) {
        return write(detector.network(), OnnxWriter.outputs(detector), weights);
    }

    /**
     * The files of any network, or of a part of one.
     *
     * @param names of the outputs, in the network's order
     * @param weights of the network
     * @throws IllegalArgumentException if ncnn cannot say what a node computes
     */
    public static NcnnModel write(Network whole, List<String> names, Weights weights) {
        Network network = whole.live();
        NcnnGraph graph = new NcnnGraph();
        NcnnVisitor visitor = new NcnnVisitor(graph, network, weights);
        network.nodes().forEach(visitor::append);
        for (int output = 0; output < names.size(); output++) {
            graph.output(names.get(output), visitor.value(network.outputs().get(output)));
        }
        return graph.build();
    }
}
