package io.falconet.evaluator.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.falconet.space.graph.Activation;
import io.falconet.space.graph.Conv;
import io.falconet.space.graph.Network;
import io.falconet.space.graph.NetworkBuilder;
import io.falconet.space.graph.Node;
import io.falconet.space.graph.Shape;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProbedNetworkTest {
    /** Signs: + - +, - - +, + + -; after the second kernel of -1 the opposite, where the first activation keeps them. */
    @ParameterizedTest
    @EnumSource(names = {"LEAKY_RELU", "SILU", "MISH"})
    void imagesAgreeWhereSignsAreAlike(Activation function) {
        NetworkBuilder builder = NetworkBuilder.of(new Shape(1, 1, 3));
        Node first = builder.activate(builder.conv(builder.input(), Conv.dense(1, 1, 1)), function);
        NetworkBuilder second = builder.scope("second");
        Node last = second.activate(second.conv(first, Conv.dense(1, 1, 1)), function);
        Network network = builder.build(List.of(last));
        Weights weights = new Weights(Map.of("conv.weight", one(1), "second.conv.weight", one(-1)));
        try (ProbedNetwork probed = new ProbedNetwork(network, weights)) {
            double[][] agreements = probed.agreements(new float[] {1, -2, 3, -1, -1, 5, 2, 4, -6}, 3);
            assertThat(agreements[0]).containsExactly(6, 4, 2);
            assertThat(agreements[1]).containsExactly(4, 6, 0);
            assertThat(agreements[2]).containsExactly(2, 0, 6);
        }
    }

    @Test
    void zeroIsNotPositive() {
        NetworkBuilder builder = NetworkBuilder.of(new Shape(1, 1, 2));
        Network network = builder.build(List.of(builder.activate(builder.input(), Activation.RELU)));
        try (ProbedNetwork probed = new ProbedNetwork(network, new Weights(Map.of()))) {
            assertThat(probed.agreements(new float[] {0, 0, -1, 1}, 2)[0]).containsExactly(2, 1);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void activationsComputeWhatTheyDoInTraining(long seed) {
        Network network = SampleNetworks.random(seed);
        float[] images = SampleNetworks.images(2, network.input(), seed);
        Weights weights = Weights.initial(network, seed);
        try (ProbedNetwork probed = new ProbedNetwork(network, weights)) {
            double[][] once = probed.agreements(images, 2);
            assertThat(once[0][0]).isEqualTo(once[1][1]).isGreaterThanOrEqualTo(once[0][1]);
            assertThat(probed.agreements(images, 2)).isDeepEqualTo(once);
        }
    }

    /** Through three channels in memory side by side and a network without norms, which would leave no slope. */
    @Test
    void imageGradientsEqualFiniteDifferences() {
        NetworkBuilder builder = NetworkBuilder.of(Shape.image(4, 5));
        Node hidden = builder.activate(builder.conv(builder.input(), Conv.dense(6, 3, 1)), Activation.SILU);
        NetworkBuilder second = builder.scope("second");
        Network network = builder.build(List.of(hidden, second.conv(hidden, Conv.dense(2, 3, 2))));
        Weights weights = Weights.initial(network, 3);
        float[] images = SampleNetworks.images(2, network.input(), 3);
        try (ProbedNetwork probed = new ProbedNetwork(network, weights);
                TorchNetwork torch = new TorchNetwork(network, weights)) {
            float[] gradients = probed.imageGradients(images, 2);
            assertThat(gradients).hasSize(images.length);
            for (int i = 0; i < images.length; i += 7) {
                double slope = (sum(torch, moved(images, i, 0.01f)) - sum(torch, moved(images, i, -0.01f))) / 0.02;
                assertThat(slope).isCloseTo(gradients[i], within(2e-2));
            }
            assertThat(probed.imageGradients(images, 2)).isEqualTo(gradients);
        }
    }

    private static float[] moved(float[] images, int at, float by) {
        float[] moved = images.clone();
        moved[at] += by;
        return moved;
    }

    private static double sum(TorchNetwork torch, float[] images) {
        double sum = 0;
        for (float[] output : torch.predict(images, 2)) {
            for (float value : output) {
                sum += value;
            }
        }
        return sum;
    }

    private static Tensor one(float value) {
        return new Tensor(List.of(1, 1, 1, 1), new float[] {value});
    }
}
