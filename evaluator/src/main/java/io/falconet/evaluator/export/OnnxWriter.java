package io.falconet.evaluator.export;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import io.falconet.evaluator.engine.Weights;
import io.falconet.space.block.Detector;
import io.falconet.space.graph.Network;
import io.falconet.space.graph.Node;
import io.falconet.space.graph.Shape;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Writes a trained detector as an <a href="https://onnx.ai/onnx/">ONNX</a> model of operator set 17: inference only, batch
 * norms folded into the convolutions that they alone read, dead branches left out. Any runtime that knows the operator
 * set gives what the detector gives, up to rounding.
 *
 * <p>The model reads {@value #INPUT}, a batch of normalised images of shape N×3×height×width, and gives an output a level,
 * named by its stride: {@code stride8} is N×channels×rows×columns.
 */
public final class OnnxWriter {
    /** The name of the model's input. */
    public static final String INPUT = "images";

    private static final long OPERATOR_SET = 17;
    /** The oldest file format that may carry the operator set. */
    private static final long FORMAT = 8;

    private final boolean dynamicBatch;
    private final Map<String, String> properties;

    private OnnxWriter(boolean dynamicBatch, Map<String, String> properties) {
        this.dynamicBatch = dynamicBatch;
        this.properties = new TreeMap<>(properties);
    }

    /** Writes models that read one image at a time: what most devices run fastest. */
    public static OnnxWriter singleImage() {
        return new OnnxWriter(false, Map.of());
    }

    /** Writes models that read any number of images at a time. */
    public static OnnxWriter anyBatch() {
        return new OnnxWriter(true, Map.of());
    }

    /** The writer that also stores these properties in the model's metadata. */
    public OnnxWriter with(Map<String, String> metadata) {
        return new OnnxWriter(dynamicBatch, metadata);
    }

    /** The name of an input: {@value #INPUT} for the first, the node's for those of a part that has more. */
    public static String input(Node node) {
        return node.name().equals("input") ? INPUT : node.name();
    }

    /** The names of the outputs, in the detector's order: by their strides, or numbered where levels have several. */
    public static List<String> outputs(Detector detector) {
        if (detector.format().outputs() != detector.format().strides().size()) {
            return outputs(detector.network());
        }
        return detector.format().strides().stream()
                .map(stride -> "stride" + stride)
                .toList();
    }

    /** The names of the outputs of any network: numbered in its order. */
    public static List<String> outputs(Network network) {
        return IntStream.range(0, network.outputs().size())
                .mapToObj(i -> "output" + i)
                .toList();
    }

    /**
     * The model's file.
     *
     * @param weights of the detector's network, as trained
     */
    public byte[] write(Detector detector, Weights weights) {
        return write(detector.network(), outputs(detector), weights);
    }

    /**
     * The file of any network, or of a part of one.
     *
     * @param names of the outputs, in the network's order
     * @param weights of the network
     */
    public byte[] write(Network whole, List<String> names, Weights weights) {
        Network network = whole.live();
        return write(network, names, weights, (graph, values) -> {
            for (int level = 0; level < values.size(); level++) {
                output(
                        graph,
                        values.get(level),
                        names.get(level),
                        network.outputShapes().get(level));
            }
        });
    }

    /**
     * The model's file, which gives what the continuation makes of the detector's outputs.
     *
     * @throws IllegalStateException of a writer of models for any number of images
     */
    public byte[] write(Detector detector, Weights weights, OnnxContinuation continuation) {
        if (dynamicBatch) {
            throw new IllegalStateException(
                    "Outputs are only read on for one image at a time. Maybe OnnxWriter.singleImage().");
        }
        return write(detector.network().live(), outputs(detector), weights, continuation);
    }

    private byte[] write(Network network, List<String> names, Weights weights, OnnxContinuation continuation) {
        Map<String, String> values = new LinkedHashMap<>();
        for (int level = 0; level < network.outputs().size(); level++) {
            values.putIfAbsent(network.outputs().get(level), names.get(level));
        }
        OnnxGraph graph = new OnnxGraph("falconet-" + network.id(), dynamicBatch);
        OnnxVisitor visitor = new OnnxVisitor(graph, network, weights, values);
        network.nodes().forEach(node -> values.put(node.name(), node.accept(visitor)));
        continuation.append(graph, network.outputs().stream().map(values::get).toList());
        ModelProto.Builder model = ModelProto.newBuilder()
                .setIrVersion(FORMAT)
                .setProducerName("falconet")
                .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(OPERATOR_SET))
                .setGraph(graph.build());
        properties.forEach((key, value) -> model.addMetadataProps(
                StringStringEntryProto.newBuilder().setKey(key).setValue(value)));
        return model.build().toByteArray();
    }

    /** A value that goes out under a second name, or straight from an input, is passed on. */
    private static void output(OnnxGraph graph, String value, String name, Shape shape) {
        if (!value.equals(name)) {
            graph.node("Identity", name, List.of(value));
        }
        graph.output(name, shape);
    }
}
