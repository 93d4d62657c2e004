package io.falconet.evaluator.verify;

import io.falconet.evaluator.engine.Weights;
import io.falconet.space.graph.Input;
import io.falconet.space.graph.Network;
import io.falconet.space.graph.Node;
import io.falconet.space.graph.Shape;
import io.falconet.space.graph.ShapeException;
import io.falconet.space.zoo.ZooModel;
import io.falconet.space.zoo.ZooNetwork;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Whether models give after their export what they gave before: ONNX Runtime on the file beside PyTorch, on weights and an
 * image that the {@link FillRule} fills.
 *
 * @param models of the zoo
 * @param side of the square images, in pixels; a model that cannot take them reads what it was published for
 */
public record ExportParity(List<ZooModel> models, int side) {
    /** The largest difference that passes, of an output's largest absolute value. */
    public static final double TOLERANCE = 1e-5;

    public ExportParity {
        models = List.copyOf(models);
    }

    /**
     * Exports all models and compares. A verdict is that of a network's worst output; its deviation is relative to that
     * output's largest absolute value.
     *
     * @param listener is told of each verdict as it comes
     */
    public List<Verdict> verify(Consumer<Verdict> listener) {
        List<Verdict> verdicts = new ArrayList<>();
        for (ZooModel model : models) {
            ZooNetwork built = built(model);
            for (Network stage : built.stages()) {
                Verdict verdict = tried(model.name(), stage == built.network() ? "" : "second stage", stage);
                listener.accept(verdict);
                verdicts.add(verdict);
            }
        }
        return verdicts;
    }

    private ZooNetwork built(ZooModel model) {
        try {
            return model.recipe().build(Shape.image(side, side), model.classes());
        } catch (ShapeException | IllegalArgumentException e) {
            return model.published();
        }
    }

    /** One model that breaks an engine must not hide what becomes of the others. */
    private static Verdict tried(String name, String stage, Network network) {
        try {
            return verify(name, stage, network);
        } catch (RuntimeException e) {
            return Verdict.failed(
                    name,
                    part(stage, network),
                    "Expected a model that both run, found %s. Maybe an operator lacks its export.".formatted(e));
        }
    }

    private static Verdict verify(String name, String stage, Network network) {
        Weights weights = FilledWeights.of(network);
        List<float[]> inputs = inputs(network);
        List<float[]> expected = Engine.DJL.run(network, weights, inputs);
        List<float[]> found = Engine.ONNX.run(network, weights, inputs);
        List<Verdict> outputs = new ArrayList<>();
        for (int i = 0; i < expected.size(); i++) {
            double scale = scale(expected.get(i));
            outputs.add(Comparison.by(
                    TOLERANCE,
                    name,
                    part(stage, network),
                    shares(expected.get(i), scale),
                    shares(found.get(i), scale)));
        }
        return Verdict.worst(outputs);
    }

    private static List<float[]> inputs(Network network) {
        List<float[]> inputs = new ArrayList<>();
        for (Node node : network.nodes()) {
            if (node.op() instanceof Input) {
                int size = Math.toIntExact(node.shape().elements());
                inputs.add(FillRule.input(FilledInput.FIRST_TENSOR + inputs.size(), size));
            }
        }
        return inputs;
    }

    private static String part(String stage, Network network) {
        Shape image = network.input();
        return "%s %dx%d".formatted(stage, image.height(), image.width()).strip();
    }

    /** An output that is nothing everywhere tells nothing: what is divided by it is no number, and fails. */
    private static double scale(float[] values) {
        double scale = 0;
        for (float value : values) {
            scale = Math.max(scale, Math.abs(value));
        }
        return scale;
    }

    private static double[] shares(float[] values, double scale) {
        double[] shares = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            shares[i] = values[i] / scale;
        }
        return shares;
    }
}
