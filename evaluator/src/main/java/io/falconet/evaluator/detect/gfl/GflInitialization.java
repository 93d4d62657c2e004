package io.falconet.evaluator.detect.gfl;

import io.falconet.evaluator.engine.Tensor;
import io.falconet.evaluator.engine.Weights;
import io.falconet.space.block.Detector;
import io.falconet.space.block.GflFormat;
import io.falconet.space.graph.Conv;
import io.falconet.space.graph.Node;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Prepares the convolutions that give the outputs: small kernels, and biases by which every class starts with a score of
 * 1 %, lest the many background cells drown the first steps (Lin et al., 2017).
 */
public final class GflInitialization {
    private static final double PRIOR = 0.01;
    private static final float DEVIATION = 0.01f;

    private GflInitialization() {}

    /**
     * Weights whose output convolutions are prepared. Kernels keep their directions and change their scale.
     *
     * @throws IllegalArgumentException if an output is not given by a convolution with bias
     */
    public static Weights prepare(Detector detector, GflFormat format, Weights weights) {
        Map<String, Tensor> prepared = new HashMap<>();
        for (Node output : detector.network().outputNodes()) {
            if (!(output.op() instanceof Conv conv) || !conv.bias()) {
                throw new IllegalArgumentException(
                        "Output %s: expected a convolution with bias, found %s. Maybe the head ends in another operator."
                                .formatted(output.name(), output.op()));
            }
            String kernel = output.name() + ".weight";
            prepared.put(kernel, scaled(weights.tensor(kernel)));
            prepared.put(output.name() + ".bias", bias(format));
        }
        return weights.with(prepared);
    }

    private static Tensor scaled(Tensor kernel) {
        double squares = 0;
        for (float value : kernel.values()) {
            squares += (double) value * value;
        }
        float factor = (float) (DEVIATION / Math.sqrt(squares / kernel.values().length));
        float[] values = kernel.values().clone();
        for (int i = 0; i < values.length; i++) {
            values[i] *= factor;
        }
        return new Tensor(kernel.dimensions(), values);
    }

    private static Tensor bias(GflFormat format) {
        float[] values = new float[format.channels()];
        Arrays.fill(values, 0, format.classes(), (float) -Math.log((1 - PRIOR) / PRIOR));
        return new Tensor(List.of(values.length), values);
    }
}
