package io.falconet.evaluator.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.falconet.space.graph.Conv;
import io.falconet.space.graph.Network;
import io.falconet.space.graph.NetworkBuilder;
import io.falconet.space.graph.Node;
import io.falconet.space.graph.Shape;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PreciseNetworkTest {
    @Test
    void valuesLeaveTheRangeOfFloats() {
        NetworkBuilder builder = NetworkBuilder.of(new Shape(1, 1, 1));
        Node last = builder.input();
        Map<String, Tensor> tensors = new HashMap<>();
        for (int i = 0; i < 20; i++) {
            last = builder.scope("layer" + i).conv(last, Conv.dense(1, 1, 1));
            tensors.put("layer%d.conv.weight".formatted(i), new Tensor(List.of(1, 1, 1, 1), new float[] {1e10f}));
        }
        try (PreciseNetwork network = new PreciseNetwork(builder.build(List.of(last)), new Weights(tensors))) {
            PreciseNetwork.Sum sum = network.ofOnes();
            assertThat(sum.total()).isCloseTo(1e200, Percentage.withPercentage(1e-4));
            assertThat(sum.gradients()).hasSize(20);
            assertThat(sum.gradients().get("layer7.conv.weight")[0]).isCloseTo(1e190, Percentage.withPercentage(1e-4));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void sumsAreThoseOfTheUsualPrecision(long seed) {
        Network network = SampleNetworks.random(seed);
        Weights weights = Weights.initial(network, seed);
        float[] ones = new float[Math.toIntExact(network.input().elements())];
        Arrays.fill(ones, 1);
        double usual = 0;
        double scale = 0;
        try (TorchNetwork torch = new TorchNetwork(network, weights);
                TrainingPass pass = torch.forward(ones, 1)) {
            for (float[] output : pass.outputs()) {
                for (float value : output) {
                    usual += value;
                    scale += Math.abs(value);
                }
            }
        }
        try (PreciseNetwork precise = new PreciseNetwork(network, weights)) {
            assertThat(precise.ofOnes().total()).isCloseTo(usual, within(1e-2 * scale));
        }
    }
}
