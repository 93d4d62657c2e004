package io.falconet.evaluator.export;

import io.falconet.evaluator.engine.Weights;
import io.falconet.space.graph.BatchNorm;
import io.falconet.space.graph.Conv;
import io.falconet.space.graph.Node;
import java.util.Optional;

/**
 * A convolution's values as they are written.
 *
 * @param kernel output channels, input channels of a group, rows, columns
 * @param bias a value an output channel; empty where the convolution has none
 */
public record ConvWeights(float[] kernel, Optional<float[]> bias) {

    /** The convolution as trained. */
    static ConvWeights of(Node conv, Weights weights) {
        Optional<float[]> bias =
                ((Conv) conv.op()).bias() ? Optional.of(values(conv, "bias", weights)) : Optional.empty();
        return new ConvWeights(values(conv, "weight", weights), bias);
    }

    /** The convolution with the norm that it takes over, if any: what every format writes. */
    public static ConvWeights of(Node conv, NormFolding folding, Weights weights) {
        ConvWeights own = of(conv, weights);
        return folding.normOf(conv).map(norm -> own.fold(norm, weights)).orElse(own);
    }

    /** The convolution that gives what this one and the norm after it give. Computed in double precision. */
    ConvWeights fold(Node norm, Weights weights) {
        float[] gain = values(norm, "weight", weights);
        float[] offset = values(norm, "bias", weights);
        float[] mean = values(norm, "running_mean", weights);
        float[] variance = values(norm, "running_var", weights);
        double epsilon = ((BatchNorm) norm.op()).epsilon();
        int fan = kernel.length / gain.length;
        float[] folded = new float[kernel.length];
        float[] shift = new float[gain.length];
        for (int channel = 0; channel < gain.length; channel++) {
            double scale = gain[channel] / Math.sqrt(variance[channel] + epsilon);
            double old = bias.isPresent() ? bias.get()[channel] : 0;
            shift[channel] = (float) ((old - mean[channel]) * scale + offset[channel]);
            for (int i = channel * fan; i < (channel + 1) * fan; i++) {
                folded[i] = (float) (kernel[i] * scale);
            }
        }
        return new ConvWeights(folded, Optional.of(shift));
    }

    private static float[] values(Node node, String name, Weights weights) {
        return weights.tensor(node.owner() + "." + name).values();
    }
}
