package io.falconet.evaluator.export;

import io.falconet.evaluator.engine.Weights;
import io.falconet.space.graph.ChannelNorm;
import io.falconet.space.graph.GroupNorm;
import io.falconet.space.graph.Node;
import io.falconet.space.graph.Shape;
import java.util.Arrays;
import java.util.List;

/** Appends the norms for which operator set 17 has no operator of its own. */
record OnnxNorms(OnnxGraph graph, Weights weights) {
    /** ONNX has it from operator set 18 on; until then it is instance normalisation of the groups. */
    String append(GroupNorm op, Node node, String in, String output) {
        String name = node.name();
        Shape shape = node.shape();
        String rows = graph.integers(name + "/rows", 0, op.groups(), -1);
        String whole = graph.integers(name + "/whole", 0, shape.channels(), shape.height(), shape.width());
        List<Integer> groups = List.of(op.groups());
        String ones = graph.floats(name + "/ones", filled(op.groups(), 1), groups);
        String zeros = graph.floats(name + "/zeros", filled(op.groups(), 0), groups);
        String split = graph.node("Reshape", name + "/split", List.of(in, rows));
        String normed = graph.node(
                "InstanceNormalization",
                name + "/normed",
                List.of(split, ones, zeros),
                Attributes.number("epsilon", (float) op.epsilon()));
        return scaled(node, graph.node("Reshape", name + "/maps", List.of(normed, whole)), output);
    }

    /** Mean and variance over the channels of each cell. */
    String append(ChannelNorm op, Node node, String in, String output) {
        String name = node.name();
        String mean = graph.node("ReduceMean", name + "/mean", List.of(in), Attributes.numbers("axes", 1));
        String centred = graph.node("Sub", name + "/centred", List.of(in, mean));
        String squares = graph.node("Mul", name + "/squares", List.of(centred, centred));
        String variance = graph.node("ReduceMean", name + "/variance", List.of(squares), Attributes.numbers("axes", 1));
        String epsilon = graph.scalar(name + "/epsilon", (float) op.epsilon());
        String sum = graph.node("Add", name + "/sum", List.of(variance, epsilon));
        String deviation = graph.node("Sqrt", name + "/deviation", List.of(sum));
        return scaled(node, graph.node("Div", name + "/normed", List.of(centred, deviation)), output);
    }

    /** What was normed, by each channel's gain and offset. */
    private String scaled(Node node, String normed, String output) {
        List<Integer> channels = List.of(1, node.shape().channels(), 1, 1);
        String gain = graph.floats(node.owner() + ".weight", own(node, "weight"), channels);
        String offset = graph.floats(node.owner() + ".bias", own(node, "bias"), channels);
        String scaled = graph.node("Mul", node.name() + "/scaled", List.of(normed, gain));
        return graph.node("Add", output, List.of(scaled, offset));
    }

    private float[] own(Node node, String weight) {
        return weights.tensor(node.owner() + "." + weight).values();
    }

    private static float[] filled(int length, float value) {
        float[] values = new float[length];
        Arrays.fill(values, value);
        return values;
    }
}
