package io.falconet.evaluator.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.Device;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProcessorTest {
    @Test
    void aGpuIsTheOneOfTheAddressWhereThereIsOne() {
        assertThat(Processor.given("1", 2).name()).isEqualTo("GPU 1");
        assertThat(Processor.given("1", 2).remark()).isEmpty();
        assertThat(Processor.given("1", 2).shares()).isFalse();
    }

    @Test
    void whoWasGivenNoneComputesOnTheCpuAndSaysNothing() {
        assertThat(Processor.given(List.of())).isSameAs(Processor.CPU);
        assertThat(Processor.CPU.remark()).isEmpty();
        assertThat(Processor.CPU.version()).isEmpty();
    }

    @Test
    void aGpuThatCannotComputeIsTold() {
        assertThat(Processor.given("0", 0).name()).isEqualTo("CPU");
        assertThat(Processor.given("0", 0).remark()).hasValueSatisfying(remark -> assertThat(remark)
                .contains("GPU 0 was given")
                .contains("knows no CUDA")
                .contains("Maybe one made with FALCONET_BUILD=-Pcuda"));
        assertThat(Processor.given("2", 2).remark())
                .hasValueSatisfying(remark -> assertThat(remark).contains("CUDA knows GPUs 0 to 1"));
        assertThat(Processor.given("MIG-1234", 2).remark()).isPresent();
    }

    @Test
    void whoWantsAGpuGetsNothingElse() {
        assertThatThrownBy(() -> Processor.gpu(9999))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("A GPU that can train was expected: GPU 9999 was given, but")
                .hasMessageContaining("Maybe ");
    }

    /** As on a GPU, but for the processor: tensors lie in memory of their own, and what a step needs is copied. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void aNetworkInMemoryOfItsOwnLearnsTheSame(long seed) {
        assertThat(trained(seed, new Processor(Device.cpu(), false, ""))).isEqualTo(trained(seed, Processor.CPU));
    }

    /** What five steps along the gradient, and a look at an image, leave. */
    private static List<Object> trained(long seed, Processor processor) {
        var network = SampleNetworks.random(seed);
        try (TorchNetwork torch = new TorchNetwork(network, Weights.initial(network, seed), 1, processor)) {
            float[] values = new float[torch.allValues()];
            float[] gradients = new float[torch.learnedValues()];
            torch.readValues(values);
            for (int step = 0; step < 5; step++) {
                step(torch, SampleNetworks.images(2, network.input(), seed + step));
                torch.takeGradients(gradients);
                torch.readStatistics(values);
                for (int i = 0; i < gradients.length; i++) {
                    values[i] -= 1e-4f * gradients[i];
                }
                torch.writeLearned(values);
            }
            float[] after = new float[torch.allValues()];
            torch.readValues(after);
            float[][] seen = torch.predict(SampleNetworks.images(2, network.input(), seed), 2);
            torch.writeValues(values);
            return List.of(
                    list(after),
                    Arrays.stream(seen).map(ProcessorTest::list).toList(),
                    torch.weights().tensor(torch.parameters().get(0).key()).dimensions(),
                    list(torch.weights().tensor(torch.parameters().get(0).key()).values()));
        }
    }

    private static void step(TorchNetwork torch, float[] images) {
        try (TrainingPass pass = torch.forward(images, 2)) {
            float[][] gradient = pass.outputs().clone();
            for (int i = 0; i < gradient.length; i++) {
                gradient[i] = gradient[i].clone();
            }
            pass.backward(gradient);
        }
    }

    private static String list(float[] values) {
        return Arrays.toString(values);
    }
}
