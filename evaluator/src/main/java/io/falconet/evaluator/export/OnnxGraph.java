package io.falconet.evaluator.export;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto.Dimension;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.ByteString;
import io.falconet.latency.measure.OnnxSession;
import io.falconet.space.graph.Shape;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** An ONNX graph under construction. Values are known by name: an image batch, the outputs of nodes, and constants. */
public final class OnnxGraph {
    private final GraphProto.Builder graph;
    private final Dimension batch;
    private final Set<String> constants = new HashSet<>();

    /** An empty graph whose first axis is fixed to one image, or left open. */
    OnnxGraph(String name, boolean dynamicBatch) {
        graph = GraphProto.newBuilder().setName(name);
        batch = dynamicBatch
                ? Dimension.newBuilder().setDimParam(OnnxSession.OPEN_BATCH).build()
                : Dimension.newBuilder().setDimValue(1).build();
    }

    void input(String name, Shape shape) {
        graph.addInput(value(name, shape));
    }

    void output(String name, Shape shape) {
        graph.addOutput(value(name, shape));
    }

    /**
     * Declares a value as an output that has as many rows as come out.
     *
     * @param rows the name of that number
     * @param columns of each row
     */
    public void output(String name, String rows, int columns) {
        graph.addOutput(value(
                name,
                TensorShapeProto.newBuilder()
                        .addDim(Dimension.newBuilder().setDimParam(rows))
                        .addDim(Dimension.newBuilder().setDimValue(columns))));
    }

    /** Appends a node, which takes its output's name, and returns that name. */
    public String node(String operator, String output, List<String> inputs, AttributeProto... attributes) {
        node(operator, List.of(output), inputs, attributes);
        return output;
    }

    /** The same for an operator of several outputs. The node takes the name of the first. */
    public void node(String operator, List<String> outputs, List<String> inputs, AttributeProto... attributes) {
        graph.addNode(NodeProto.newBuilder()
                .setOpType(operator)
                .setName(outputs.get(0))
                .addAllInput(inputs)
                .addAllOutput(outputs)
                .addAllAttribute(Arrays.asList(attributes)));
    }

    /** Adds a constant of 32-bit floats, unless one of that name is there, and returns its name. */
    public String floats(String name, float[] values, List<Integer> dimensions) {
        if (!constants.add(name)) {
            return name;
        }
        ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * values.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(values);
        TensorProto.Builder tensor = TensorProto.newBuilder()
                .setName(name)
                .setDataType(TensorProto.DataType.FLOAT_VALUE)
                .setRawData(ByteString.copyFrom(bytes));
        dimensions.forEach(tensor::addDims);
        graph.addInitializer(tensor);
        return name;
    }

    /** Adds a scalar constant and returns its name. */
    public String scalar(String name, float value) {
        return floats(name, new float[] {value}, List.of());
    }

    /** Adds a constant vector of 64-bit integers and returns its name. */
    public String integers(String name, long... values) {
        TensorProto.Builder tensor = TensorProto.newBuilder()
                .setName(name)
                .setDataType(TensorProto.DataType.INT64_VALUE)
                .addDims(values.length);
        for (long value : values) {
            tensor.addInt64Data(value);
        }
        graph.addInitializer(tensor);
        return name;
    }

    GraphProto build() {
        return graph.build();
    }

    private ValueInfoProto value(String name, Shape shape) {
        TensorShapeProto.Builder dimensions = TensorShapeProto.newBuilder().addDim(batch);
        for (int length : new int[] {shape.channels(), shape.height(), shape.width()}) {
            dimensions.addDim(Dimension.newBuilder().setDimValue(length));
        }
        return value(name, dimensions);
    }

    private static ValueInfoProto value(String name, TensorShapeProto.Builder dimensions) {
        TypeProto.Tensor tensor = TypeProto.Tensor.newBuilder()
                .setElemType(TensorProto.DataType.FLOAT_VALUE)
                .setShape(dimensions)
                .build();
        return ValueInfoProto.newBuilder()
                .setName(name)
                .setType(TypeProto.newBuilder().setTensorType(tensor))
                .build();
    }
}
