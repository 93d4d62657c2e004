package io.falconet.evaluator.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.falconet.space.graph.Conv;
import io.falconet.space.graph.Network;
import io.falconet.space.graph.NetworkBuilder;
import io.falconet.space.graph.Shape;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
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
    void brokenFilesAreRefusedWithRemedy() {
        byte[] file = Weights.initial(SampleNetworks.random(3), 5).save();
        assertThatThrownBy(() -> Weights.load(Arrays.copyOf(file, file.length - 4)))
                .hasMessageContaining("Maybe a cut file");
        assertThatThrownBy(() -> Weights.load("PK not weights at all".getBytes(StandardCharsets.UTF_8)))
                .hasMessageContaining("Expected safetensors");
    }
}
