package io.falconet.evaluator.export.ncnn;

import static io.falconet.evaluator.export.ncnn.Parameter.number;

import io.falconet.evaluator.engine.Weights;
import io.falconet.evaluator.export.ConvWeights;
import io.falconet.space.graph.Conv;
import io.falconet.space.graph.Linear;
import io.falconet.space.graph.Node;
import io.falconet.space.graph.TransposedConv;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Appends the layers that have a kernel, and returns their value's name. */
record Convolutions(NcnnGraph graph, Weights weights) {
    String append(Conv op, Node node, List<String> inputs, ConvWeights values) {
        List<Parameter> window = window(op.kernel(), op.stride(), op.padding(), op.groups());
        String type = op.groups() == 1 ? "Convolution" : "ConvolutionDepthWise";
        return append(type, node.name(), inputs, op.channels(), window, values.kernel(), values.bias());
    }

    String append(TransposedConv op, Node node, List<String> inputs) {
        List<Parameter> window = window(op.kernel(), op.stride(), op.padding(), op.groups());
        String type = op.groups() == 1 ? "Deconvolution" : "DeconvolutionDepthWise";
        float[] kernel = outputsFirst(op, node.inputShapes().get(0).channels(), own(node, "weight"));
        return append(type, node.name(), inputs, op.channels(), window, kernel, bias(node, op.bias()));
    }

    String append(Linear op, Node node, List<String> inputs) {
        float[] kernel = own(node, "weight");
        Optional<float[]> bias = bias(node, op.bias());
        String features = graph.layer(
                "InnerProduct",
                node.name() + "/features",
                inputs,
                number(0, op.features()),
                number(1, bias.isPresent() ? 1 : 0),
                number(2, kernel.length));
        graph.kernel(kernel);
        bias.ifPresent(graph::plain);
        return graph.reshape(node.name(), features, node.shape());
    }

    private String append(
            String type,
            String name,
            List<String> inputs,
            int channels,
            List<Parameter> window,
            float[] kernel,
            Optional<float[]> bias) {
        List<Parameter> parameters = new ArrayList<>();
        parameters.add(number(0, channels));
        parameters.addAll(window);
        parameters.add(number(5, bias.isPresent() ? 1 : 0));
        parameters.add(number(6, kernel.length));
        String value = graph.layer(type, name, inputs, parameters.toArray(Parameter[]::new));
        graph.kernel(kernel);
        bias.ifPresent(graph::plain);
        return value;
    }

    private static List<Parameter> window(int kernel, int stride, int padding, int groups) {
        List<Parameter> window = List.of(number(1, kernel), number(3, stride), number(4, padding));
        if (groups == 1) {
            return window;
        }
        List<Parameter> grouped = new ArrayList<>(window);
        grouped.add(number(7, groups));
        return grouped;
    }

    /** The kernel by group, output, input and cell; ours is by group, input, output and cell. */
    private static float[] outputsFirst(TransposedConv op, int channels, float[] kernel) {
        int ins = channels / op.groups();
        int outs = op.channels() / op.groups();
        int cells = op.kernel() * op.kernel();
        float[] turned = new float[kernel.length];
        for (int from = 0; from < kernel.length; from += cells) {
            int out = from / cells % outs;
            int in = from / cells / outs % ins;
            int group = from / cells / outs / ins;
            System.arraycopy(kernel, from, turned, ((group * outs + out) * ins + in) * cells, cells);
        }
        return turned;
    }

    private Optional<float[]> bias(Node node, boolean learned) {
        return learned ? Optional.of(own(node, "bias")) : Optional.empty();
    }

    private float[] own(Node node, String weight) {
        return weights.tensor(node.owner() + "." + weight).values();
    }
}
