package io.falconet.evaluator.export;

import io.falconet.space.graph.Activation;
import java.util.List;

/** Appends activations, some of which ONNX composes of several operators. */
record OnnxActivations(OnnxGraph graph) {
    /**
     * Appends one and returns its output's name.
     *
     * @param name under which parts and constants appear
     */
    String append(Activation function, String name, String in, String output) {
        List<String> input = List.of(in);
        return switch (function) {
            case RELU -> graph.node("Relu", output, input);
            case RELU6 ->
                graph.node("Clip", output, List.of(in, graph.scalar(name + "/min", 0), graph.scalar(name + "/max", 6)));
            case LEAKY_RELU ->
                graph.node("LeakyRelu", output, input, Attributes.number("alpha", Activation.LEAKY_SLOPE));
            case SILU -> gated(in, graph.node("Sigmoid", name + "/gate", input), output);
            case MISH -> {
                String softplus = graph.node("Softplus", name + "/softplus", input);
                yield gated(in, graph.node("Tanh", name + "/gate", List.of(softplus)), output);
            }
            case SIGMOID -> graph.node("Sigmoid", output, input);
            case HARD_SIGMOID ->
                graph.node(
                        "HardSigmoid",
                        output,
                        input,
                        Attributes.number("alpha", 1f / 6),
                        Attributes.number("beta", 0.5f));
            case HARD_SWISH -> graph.node("HardSwish", output, input);
            case EXP -> graph.node("Exp", output, input);
        };
    }

    private String gated(String in, String gate, String output) {
        return graph.node("Mul", output, List.of(in, gate));
    }
}
