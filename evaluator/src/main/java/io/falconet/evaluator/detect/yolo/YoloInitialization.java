package io.falconet.evaluator.detect.yolo;

import io.falconet.evaluator.engine.Tensor;
import io.falconet.evaluator.engine.Weights;
import io.falconet.space.block.AnchorFormat;
import io.falconet.space.block.Detector;
import io.falconet.space.graph.Conv;
import io.falconet.space.graph.Node;
import io.falconet.space.graph.Weight;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Where YOLOv5 starts: all kernels with variance {@code 1 / (3 fan-in)}, a sixth of what networks else start with, and
 * biases of the outputs by which {@value #OBJECTS} objects are expected in an image of {@value #PIXELS} pixels, and each
 * class about equally often (Lin et al., 2017).
 */
final class YoloInitialization {
    private static final double OBJECTS = 8;
    private static final double PIXELS = 640;
    private static final double CLASS_SHARE = 0.6;
    private static final double ALMOST_ONE = 0.999999;
    private static final double KERNEL_FACTOR = Math.sqrt(1 / 6.0);

    private YoloInitialization() {}

    /**
     * Weights whose kernels and output biases are prepared. Kernels keep their directions and change their scale.
     *
     * @throws IllegalArgumentException if an output is not given by a convolution with bias
     */
    static Weights prepare(Detector detector, AnchorFormat format, Weights weights) {
        Map<String, Tensor> prepared = new HashMap<>();
        for (Node node : detector.network().nodes()) {
            if (node.ownsWeights()) {
                node.weights().stream()
                        .filter(weight -> weight.role() == Weight.Role.KERNEL)
                        .forEach(weight -> prepared.put(node.key(weight), scaled(weights.tensor(node, weight))));
            }
        }
        List<Node> outputs = detector.network().outputNodes();
        for (int i = 0; i < outputs.size(); i++) {
            Node output = outputs.get(i);
            if (!(output.op() instanceof Conv conv) || !conv.bias()) {
                throw new IllegalArgumentException(
                        "Output %s: expected a convolution with bias, found %s. Maybe the head ends in another operator."
                                .formatted(output.name(), output.op()));
            }
            prepared.put(output.name() + ".bias", bias(format, format.levels().get(i)));
        }
        return weights.with(prepared);
    }

    private static Tensor scaled(Tensor kernel) {
        float[] values = kernel.values().clone();
        for (int i = 0; i < values.length; i++) {
            values[i] *= (float) KERNEL_FACTOR;
        }
        return new Tensor(kernel.dimensions(), values);
    }

    private static Tensor bias(AnchorFormat format, AnchorFormat.Level level) {
        double cells = PIXELS / level.stride() * (PIXELS / level.stride());
        float object = (float) Math.log(OBJECTS / cells);
        float kind = (float) Math.log(CLASS_SHARE / (format.classes() - ALMOST_ONE));
        float[] values = new float[format.channels(level)];
        for (int i = 0; i < values.length; i++) {
            int channel = i % format.channelsOfAnchor();
            values[i] = channel < AnchorGrid.OBJECTNESS ? 0 : channel == AnchorGrid.OBJECTNESS ? object : kind;
        }
        return new Tensor(List.of(values.length), values);
    }
}
