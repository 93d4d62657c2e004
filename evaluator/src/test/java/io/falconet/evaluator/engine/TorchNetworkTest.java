package io.falconet.evaluator.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.falconet.space.graph.Activation;
import io.falconet.space.graph.Add;
import io.falconet.space.graph.BatchNorm;
import io.falconet.space.graph.Conv;
import io.falconet.space.graph.Network;
import io.falconet.space.graph.NetworkBuilder;
import io.falconet.space.graph.Node;
import io.falconet.space.graph.Shape;
import io.falconet.space.graph.Slice;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TorchNetworkTest {
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void inferredShapesEqualComputedOnes(long seed) {
        Network network = SampleNetworks.random(seed);
        float[] images = SampleNetworks.images(2, network.input(), seed);
        try (TorchNetwork torch = new TorchNetwork(network, Weights.initial(network, seed))) {
            float[][] outputs = torch.predict(images, 2);
            for (int i = 0; i < outputs.length; i++) {
                assertThat(outputs[i])
                        .hasSize((int) (2 * network.outputShapes().get(i).elements()));
                assertThat(outputs[i]).doesNotContain(Float.NaN);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void gradientsEqualFiniteDifferences(long seed) {
        Network network = SampleNetworks.random(seed);
        float[] images = SampleNetworks.images(2, network.input(), seed);
        try (TorchNetwork torch = new TorchNetwork(network, Weights.initial(network, seed))) {
            float[] gradient = gradientOfSum(torch, images);
            float[] values = new float[torch.allValues()];
            torch.readValues(values);
            float[] direction = Arrays.copyOf(gradient, values.length);
            double squared = 0;
            for (float g : gradient) {
                squared += (double) g * g;
            }
            double step = 1e-2 / Math.sqrt(squared);
            double difference =
                    sumAt(torch, images, values, direction, step) - sumAt(torch, images, values, direction, -step);
            assertThat(difference / (2 * step)).isCloseTo(squared, within(0.05 * squared + 1e-3));
        }
    }

    @Test
    void sharedWeightsGatherTheGradientsOfAllThatUseThem() {
        NetworkBuilder builder = NetworkBuilder.of(new Shape(1, 1, 1));
        NetworkBuilder owner = builder.scope("a");
        Node first = owner.conv(builder.input(), Conv.pointwiseWithBias(1));
        Node second = builder.scope("b").sharing(owner).conv(first, Conv.pointwiseWithBias(1));
        Network network = builder.build(List.of(second));
        Weights weights = new Weights(Map.of(
                "a.conv.weight", new Tensor(List.of(1, 1, 1, 1), new float[] {3}),
                "a.conv.bias", new Tensor(List.of(1), new float[] {5})));
        try (TorchNetwork torch = new TorchNetwork(network, weights)) {
            assertThat(torch.learnedValues()).isEqualTo(2);
            try (TrainingPass pass = torch.forward(new float[] {2}, 1)) {
                assertThat(pass.outputs()[0]).containsExactly(3 * (3 * 2 + 5) + 5);
                pass.backward(new float[][] {{1}});
            }
            float[] gradient = new float[2];
            torch.takeGradients(gradient);
            assertThat(gradient).containsExactly(2 * 3 * 2 + 5, 3 + 1);
        }
    }

    @Test
    void slicesThatMakeUpAMapAreItsPartsInWhateverOrder() {
        NetworkBuilder builder = NetworkBuilder.of(new Shape(2, 1, 1));
        Node map = builder.conv(builder.input(), Conv.pointwiseWithBias(3));
        Node last = builder.add("last", new Slice(1, 3), map);
        Node first = builder.add("first", new Slice(0, 1), map);
        Network network = builder.build(List.of(first, last));
        Weights weights = new Weights(Map.of(
                "conv.weight", new Tensor(List.of(3, 2, 1, 1), new float[] {1, 0, 0, 1, 2, 3}),
                "conv.bias", new Tensor(List.of(3), new float[] {0, 0, 1})));
        try (TorchNetwork torch = new TorchNetwork(network, weights)) {
            try (TrainingPass pass = torch.forward(new float[] {5, 7}, 1)) {
                assertThat(pass.outputs()[0]).containsExactly(5);
                assertThat(pass.outputs()[1]).containsExactly(7, 2 * 5 + 3 * 7 + 1);
                pass.backward(new float[][] {{1}, {10, 100}});
            }
            float[] gradient = new float[torch.learnedValues()];
            torch.takeGradients(gradient);
            assertThat(gradient).containsExactly(5, 7, 50, 70, 500, 700, 1, 10, 100);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"RELU", "LEAKY_RELU"})
    void activationsSpareMapsThatOthersRead(Activation function) {
        NetworkBuilder builder = NetworkBuilder.of(new Shape(1, 1, 1));
        Node output = builder.conv(builder.input(), Conv.pointwiseWithBias(1));
        Node activated = builder.activate(output, function);
        NetworkBuilder next = builder.scope("next");
        Node hidden = next.conv(activated, Conv.pointwiseWithBias(1));
        Node sum = next.add("sum", new Add(), hidden, next.activate(hidden, function));
        Network network = builder.build(List.of(output, sum));
        float slope = function == Activation.RELU ? 0 : Activation.LEAKY_SLOPE;
        try (TorchNetwork torch = new TorchNetwork(network, Weights.initial(network, 1))) {
            torch.writeLearned(new float[] {-2, 0, 3, -1});
            try (TrainingPass pass = torch.forward(new float[] {1}, 1)) {
                float inner = 3 * slope * -2 - 1;
                assertThat(pass.outputs()[0]).containsExactly(-2);
                assertThat(pass.outputs()[1][0]).isCloseTo(inner + slope * inner, within(1e-6f));
                pass.backward(new float[][] {{0}, {1}});
            }
            float[] gradient = new float[4];
            torch.takeGradients(gradient);
            assertThat(gradient[2]).isCloseTo((1 + slope) * slope * -2, within(1e-6f));
            assertThat(gradient[0]).isCloseTo((1 + slope) * 3 * slope, within(1e-6f));
        }
    }

    /** What the way back needs must be in PyTorch's own hands. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void gradientsOutliveAGarbageCollection(long seed) {
        Network network = SampleNetworks.random(seed);
        float[] images = SampleNetworks.images(2, network.input(), seed);
        float[] expected;
        try (TorchNetwork torch = new TorchNetwork(network, Weights.initial(network, seed))) {
            expected = gradientOfSum(torch, images);
        }
        for (int round = 0; round < 10; round++) {
            try (TorchNetwork torch = new TorchNetwork(network, Weights.initial(network, seed));
                    TrainingPass pass = torch.forward(images, 2)) {
                System.gc();
                pass.backward(weightsOfSum(pass.outputs()));
                float[] gradient = new float[torch.learnedValues()];
                torch.takeGradients(gradient);
                assertThat(Arrays.equals(gradient, expected)).isTrue();
            }
        }
    }

    private static float[] gradientOfSum(TorchNetwork torch, float[] images) {
        try (TrainingPass pass = torch.forward(images, 2)) {
            pass.backward(weightsOfSum(pass.outputs()));
        }
        float[] gradient = new float[torch.learnedValues()];
        torch.takeGradients(gradient);
        return gradient;
    }

    /** Values of both signs, since the plain sum after a norm hardly depends on anything. */
    private static float[][] weightsOfSum(float[][] outputs) {
        float[][] weights = new float[outputs.length][];
        for (int i = 0; i < outputs.length; i++) {
            weights[i] = SampleNetworks.images(1, new Shape(1, 1, outputs[i].length), i);
        }
        return weights;
    }

    private static double sumAt(TorchNetwork torch, float[] images, float[] at, float[] direction, double step) {
        float[] moved = at.clone();
        for (int i = 0; i < moved.length; i++) {
            moved[i] += (float) (step * direction[i]);
        }
        torch.writeValues(moved);
        try (TrainingPass pass = torch.forward(images, 2)) {
            float[][] outputs = pass.outputs();
            float[][] weights = weightsOfSum(outputs);
            double sum = 0;
            for (int i = 0; i < outputs.length; i++) {
                for (int j = 0; j < outputs[i].length; j++) {
                    sum += (double) outputs[i][j] * weights[i][j];
                }
            }
            return sum;
        }
    }

    @Test
    void trainingUpdatesRunningStatisticsByMomentum() {
        NetworkBuilder builder = NetworkBuilder.of(new Shape(1, 1, 2), new BatchNorm(1e-5, 0.25));
        Network network = builder.build(List.of(builder.norm(builder.input())));
        try (TorchNetwork torch = new TorchNetwork(network, Weights.initial(network, 1))) {
            try (TrainingPass pass = torch.forward(new float[] {1, 2, 3, 6}, 2)) {
                assertThat(pass.outputs()[0][0]).isCloseTo(-2 / (float) Math.sqrt(3.5), within(1e-4f));
            }
            Weights after = torch.weights();
            assertThat(after.tensor("bn.running_mean").values()[0]).isCloseTo(0.25f * 3, within(1e-6f));
            float unbiased = 14 / 3f;
            assertThat(after.tensor("bn.running_var").values()[0]).isCloseTo(0.75f + 0.25f * unbiased, within(1e-5f));
            float[] prediction = torch.predict(new float[] {0.75f, 5}, 1)[0];
            assertThat(prediction[0]).isCloseTo(0, within(1e-5f));
        }
    }

    @Test
    void predictionLeavesWeightsAlone() {
        Network network = SampleNetworks.random(7);
        Weights weights = Weights.initial(network, 7);
        try (TorchNetwork torch = new TorchNetwork(network, weights)) {
            torch.predict(SampleNetworks.images(1, network.input(), 1), 1);
            assertThat(torch.weights().save()).isEqualTo(weights.save());
        }
    }

    @Test
    void concurrentPassesEqualSequentialOnes() throws Exception {
        List<float[]> alone = new ArrayList<>();
        for (long seed = 1; seed <= 4; seed++) {
            alone.add(manySteps(seed));
        }
        ExecutorService pool = Executors.newFixedThreadPool(2);
        try {
            List<Future<float[]>> together = new ArrayList<>();
            for (long seed = 1; seed <= 4; seed++) {
                long own = seed;
                together.add(pool.submit(() -> manySteps(own)));
            }
            for (int i = 0; i < 4; i++) {
                assertThat(together.get(i).get()).isEqualTo(alone.get(i));
            }
        } finally {
            pool.shutdown();
        }
    }

    private static float[] manySteps(long seed) {
        Network network = SampleNetworks.random(seed);
        try (TorchNetwork torch = new TorchNetwork(network, Weights.initial(network, seed))) {
            float[] values = new float[torch.allValues()];
            for (int step = 0; step < 5; step++) {
                float[] gradient = gradientOfSum(torch, SampleNetworks.images(2, network.input(), seed + step));
                torch.readValues(values);
                for (int i = 0; i < gradient.length; i++) {
                    values[i] -= 1e-4f * gradient[i];
                }
                torch.writeValues(values);
            }
            return values;
        }
    }

    @Test
    void weightsOfAnotherNetworkAreRefused() {
        NetworkBuilder builder = NetworkBuilder.of(Shape.image(8, 8));
        Node node = builder.convNormActivate(builder.input(), Conv.dense(4, 3, 1), Activation.RELU);
        Network network = builder.build(List.of(node));
        Weights wrong =
                Weights.initial(network, 1).with(Map.of("conv.weight", new Tensor(List.of(4, 3, 1, 1), new float[12])));
        assertThatThrownBy(() -> new TorchNetwork(network, wrong))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("conv.weight")
                .hasMessageContaining("[4, 3, 3, 3]");
    }
}
