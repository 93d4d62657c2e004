package io.falconet.evaluator.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.falconet.space.graph.Conv;
import io.falconet.space.graph.Network;
import io.falconet.space.graph.NetworkBuilder;
import io.falconet.space.graph.Shape;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WeightsTest {
    @Test
    void loadReadsWhatSaveWrote() {
        Weights weights = Weights.initial(SampleNetworks.random(3), 5);
        byte[] file = weights.save();
        Weights loaded = Weights.load(file);
        assertThat(loaded.tensors().keySet())
                .containsExactlyElementsOf(weights.tensors().keySet());
        assertThat(loaded.save()).isEqualTo(file);
    }

    @Test
    void seedDecidesWeights() {
        Network network = SampleNetworks.random(3);
        byte[] file = Weights.initial(network, 5).save();
        assertThat(Weights.initial(network, 5).save()).isEqualTo(file);
        assertThat(Weights.initial(network, 6).save()).isNotEqualTo(file);
    }

    @Test
    void kernelsHaveTheVarianceOfTheirFanIn() {
        NetworkBuilder builder = NetworkBuilder.of(new Shape(64, 8, 8));
        Network network = builder.build(List.of(builder.conv(builder.input(), Conv.dense(128, 3, 1))));
        float[] values = Weights.initial(network, 1).tensor("conv.weight").values();
        double variance = 0;
        for (float value : values) {
            variance += (double) value * value / values.length;
        }
        assertThat(variance).isCloseTo(2.0 / (64 * 9), within(1e-4));
    }

    @Test
    void weightsOfAnotherNetworkAreRefusedByTheirTensors() {
        Network network = SampleNetworks.random(3);
        Weights weights = Weights.initial(network, 5);
        assertThatCode(() -> weights.check(List.of(network))).doesNotThrowAnyException();
        String first = weights.tensors().keySet().iterator().next();
        Map<String, Tensor> fewer = new LinkedHashMap<>(weights.tensors());
        fewer.remove(first);
        assertThatThrownBy(() -> new Weights(fewer).check(List.of(network)))
                .hasMessageContainingAll("No tensor is named " + first, "Maybe");
        assertThatThrownBy(() -> weights.with(Map.of("extra.weight", new Tensor(List.of(1), new float[1])))
                        .check(List.of(network)))
                .hasMessageContainingAll("no tensor named extra.weight", "Maybe");
        assertThatThrownBy(() -> weights.with(Map.of(first, new Tensor(List.of(1), new float[1])))
                        .check(List.of(network)))
                .hasMessageContainingAll(first + " needs dimensions", "found [1]", "Maybe");
    }

    @Test
    void brokenFilesAreRefusedWithRemedy() {
        byte[] file = Weights.initial(SampleNetworks.random(3), 5).save();
        assertThatThrownBy(() -> Weights.load(Arrays.copyOf(file, file.length - 4)))
                .hasMessageContaining("Maybe a cut file");
        assertThatThrownBy(() -> Weights.load("PK not weights at all".getBytes(StandardCharsets.UTF_8)))
                .hasMessageContaining("Expected safetensors");
    }
}
