package io.falconet.evaluator.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.falconet.evaluator.data.Batch;
import io.falconet.evaluator.detect.Box;
import io.falconet.evaluator.detect.DecodingRule;
import io.falconet.evaluator.detect.DetectionDecoder;
import io.falconet.evaluator.detect.DetectionLoss;
import io.falconet.evaluator.detect.DetectorFamily;
import io.falconet.evaluator.detect.LossValue;
import io.falconet.evaluator.detect.Start;
import io.falconet.evaluator.engine.Tensor;
import io.falconet.evaluator.engine.TorchNetwork;
import io.falconet.evaluator.engine.Weights;
import io.falconet.space.block.Detector;
import io.falconet.space.block.GflFormat;
import io.falconet.space.graph.Activation;
import io.falconet.space.graph.Conv;
import io.falconet.space.graph.Network;
import io.falconet.space.graph.NetworkBuilder;
import io.falconet.space.graph.Node;
import io.falconet.space.graph.Shape;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class GradientNormTest {
    /** 3 x 2 + 4 x 1 - 5 = 5: the kernel's gradient is 5 x (2, 1), the bias's 5. */
    @Test
    void oneLayerByHand() {
        NetworkBuilder builder = NetworkBuilder.of(new Shape(2, 1, 1));
        Network network = builder.build(List.of(builder.conv(builder.input(), Conv.pointwiseWithBias(1))));
        Weights weights = new Weights(Map.of(
                "conv.weight", new Tensor(List.of(1, 2, 1, 1), new float[] {3, 4}),
                "conv.bias", new Tensor(List.of(1), new float[] {-5})));
        assertThat(norm(network, weights, new float[] {2, 1}, 1)).isCloseTo(5 * Math.sqrt(5) + 5, within(1e-5));
    }

    @Test
    void normsEqualFiniteDifferences() {
        NetworkBuilder builder = NetworkBuilder.of(Shape.image(6, 6));
        Node hidden = builder.convNormActivate(builder.input(), Conv.dense(4, 3, 2), Activation.SILU);
        Network network = builder.build(List.of(builder.scope("last").conv(hidden, Conv.pointwiseWithBias(2))));
        Weights weights = Weights.initial(network, 2);
        Random random = new Random(4);
        float[] images = new float[3 * 3 * 36];
        for (int i = 0; i < images.length; i++) {
            images[i] = (float) random.nextGaussian();
        }
        double expected = 0;
        try (TorchNetwork torch = new TorchNetwork(network, weights)) {
            float[] values = new float[torch.allValues()];
            torch.readValues(values);
            for (var parameter : torch.parameters()) {
                double squared = 0;
                for (int i = parameter.offset(); i < Math.min(parameter.end(), torch.learnedValues()); i++) {
                    double slope =
                            (loss(torch, values, i, 5e-3f, images) - loss(torch, values, i, -5e-3f, images)) / 1e-2;
                    squared += slope * slope;
                }
                expected += Math.sqrt(squared);
            }
        }
        assertThat(norm(network, weights, images, 3)).isCloseTo(expected, Percentage.withPercentage(1));
    }

    private static double loss(TorchNetwork torch, float[] values, int at, float by, float[] images) {
        float[] moved = values.clone();
        moved[at] += by;
        torch.writeValues(moved);
        try (var pass = torch.forward(images, 3)) {
            return new HalfSquares().compute(pass.outputs(), List.of()).total();
        }
    }

    @Test
    void detectorsThatAreNotTrainedHaveNone() {
        NetworkBuilder builder = NetworkBuilder.of(new Shape(1, 1, 1));
        Network network = builder.build(List.of(builder.conv(builder.input(), Conv.dense(1, 1, 1))));
        Detector detector = new Detector(network, new GflFormat(1, 7, List.of(8)));
        UntrainedDetector untrained = new UntrainedDetector(
                detector, Optional.empty(), Weights.initial(network, 1), batch(new float[] {1}, 1), true);
        assertThat(new GradientNorm().of(untrained)).isEmpty();
    }

    private static double norm(Network network, Weights weights, float[] images, int count) {
        Detector detector = new Detector(network, new GflFormat(1, 7, List.of(8)));
        UntrainedDetector untrained = new UntrainedDetector(
                detector, Optional.of(new Squares(detector)), weights, batch(images, count), true);
        return new GradientNorm().of(untrained).orElseThrow();
    }

    private static Batch batch(float[] images, int count) {
        return new Batch(count, images, List.of(), List.of());
    }

    /** A family with the simplest loss there is. */
    private record Squares(Detector detector) implements DetectorFamily {
        @Override
        public DetectorFamily fitted(List<Box> objects) {
            return this;
        }

        @Override
        public Weights initial(Weights weights, Start start) {
            return weights;
        }

        @Override
        public DetectionLoss loss(boolean everyObject) {
            return new HalfSquares();
        }

        @Override
        public DecodingRule standard() {
            throw new UnsupportedOperationException();
        }

        @Override
        public DetectionDecoder decoder(DecodingRule rule) {
            throw new UnsupportedOperationException();
        }
    }

    /** Half the sum of the squared outputs, whose gradient is the outputs themselves. */
    private static final class HalfSquares implements DetectionLoss {
        private float[][] last;

        @Override
        public LossValue compute(float[][] outputs, List<List<float[]>> objects) {
            last = new float[outputs.length][];
            double sum = 0;
            for (int i = 0; i < outputs.length; i++) {
                last[i] = outputs[i].clone();
                for (float value : outputs[i]) {
                    sum += value * value / 2;
                }
            }
            double total = sum;
            return () -> total;
        }

        @Override
        public float[][] gradient() {
            return last;
        }
    }
}
