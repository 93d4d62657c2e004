package io.falconet.space.yolo;

import io.falconet.space.graph.Activation;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Activations as layer lists name them: expressions of PyTorch. */
public final class TorchActivations {
    private TorchActivations() {}

    /** The expression, such as {@code nn.SiLU()}. */
    public static String text(Activation activation) {
        return switch (activation) {
            case RELU -> "nn.ReLU()";
            case RELU6 -> "nn.ReLU6()";
            case LEAKY_RELU -> "nn.LeakyReLU(" + Activation.LEAKY_SLOPE + ")";
            case SILU -> "nn.SiLU()";
            case MISH -> "nn.Mish()";
            case SIGMOID -> "nn.Sigmoid()";
            case HARD_SIGMOID -> "nn.Hardsigmoid()";
            case HARD_SWISH -> "nn.Hardswish()";
            case EXP -> "torch.exp";
        };
    }

    /** What an expression stands for; spaces and an {@code inplace=True} do not matter. */
    public static Optional<Activation> read(String expression) {
        String plain = expression.replaceAll("\\s+|,?inplace=(True|False)", "");
        return Arrays.stream(Activation.values())
                .filter(activation -> text(activation).equals(plain))
                .findFirst();
    }

    /** All expressions that can be read. */
    public static List<String> known() {
        return Arrays.stream(Activation.values()).map(TorchActivations::text).toList();
    }
}
