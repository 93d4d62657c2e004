package io.falconet.latency.measure;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto.Dimension;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import java.util.List;
import java.util.stream.LongStream;

/** Small ONNX files: chains of 3×3 convolutions of 16 channels over an image. */
public final class SampleModels {
    private static final int WIDTH = 16;

    private SampleModels() {}

    /** So many convolutions over a square image of that side, with any number of images at once. */
    public static byte[] convolutions(int side, int layers) {
        GraphProto.Builder graph = GraphProto.newBuilder().setName("convolutions");
        graph.addInput(images("x0", 3, side));
        int channels = 3;
        for (int i = 0; i < layers; i++) {
            TensorProto.Builder kernel = TensorProto.newBuilder()
                    .setName("kernel" + i)
                    .setDataType(TensorProto.DataType.FLOAT_VALUE)
                    .addAllDims(List.of((long) WIDTH, (long) channels, 3L, 3L));
            for (int k = 0; k < WIDTH * channels * 9; k++) {
                kernel.addFloatData((k * 31 % 17 - 8) / 100f);
            }
            graph.addInitializer(kernel);
            graph.addNode(NodeProto.newBuilder()
                    .setOpType("Conv")
                    .addInput("x" + i)
                    .addInput("kernel" + i)
                    .addOutput("x" + (i + 1))
                    .addAttribute(integers("kernel_shape", 3, 3))
                    .addAttribute(integers("pads", 1, 1, 1, 1)));
            channels = WIDTH;
        }
        graph.addOutput(images("x" + layers, WIDTH, side));
        return model(graph);
    }

    /** The determinants of a square image's channels, an operator that ONNX Runtime has for processors alone. */
    public static byte[] determinants(int side) {
        TensorShapeProto shape = TensorShapeProto.newBuilder()
                .addDim(Dimension.newBuilder().setDimParam("batch"))
                .addDim(Dimension.newBuilder().setDimValue(3))
                .build();
        return model(GraphProto.newBuilder()
                .setName("determinants")
                .addInput(images("x", 3, side))
                .addNode(NodeProto.newBuilder().setOpType("Det").addInput("x").addOutput("y"))
                .addOutput(values("y", shape)));
    }

    private static byte[] model(GraphProto.Builder graph) {
        return ModelProto.newBuilder()
                .setIrVersion(8)
                .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(17))
                .setGraph(graph)
                .build()
                .toByteArray();
    }

    private static AttributeProto integers(String name, long... values) {
        return AttributeProto.newBuilder()
                .setName(name)
                .setType(AttributeProto.AttributeType.INTS)
                .addAllInts(LongStream.of(values).boxed().toList())
                .build();
    }

    private static ValueInfoProto images(String name, int channels, int side) {
        TensorShapeProto.Builder shape =
                TensorShapeProto.newBuilder().addDim(Dimension.newBuilder().setDimParam("batch"));
        for (int length : new int[] {channels, side, side}) {
            shape.addDim(Dimension.newBuilder().setDimValue(length));
        }
        return values(name, shape.build());
    }

    private static ValueInfoProto values(String name, TensorShapeProto shape) {
        TypeProto.Tensor tensor = TypeProto.Tensor.newBuilder()
                .setElemType(TensorProto.DataType.FLOAT_VALUE)
                .setShape(shape)
                .build();
        return ValueInfoProto.newBuilder()
                .setName(name)
                .setType(TypeProto.newBuilder().setTensorType(tensor))
                .build();
    }
}
