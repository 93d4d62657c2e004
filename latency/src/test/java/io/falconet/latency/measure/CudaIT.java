package io.falconet.latency.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtProvider;
import io.falconet.space.outcome.DeviceProfile;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Measuring on an NVIDIA GPU. Skipped without one, or without an ONNX Runtime for it ({@code mvn -Pcuda-latency}); where both are
 * there, CUDA's libraries have to be.
 */
class CudaIT {
    private NvidiaGpu gpu;

    @BeforeEach
    void needsAGpu() {
        assumeTrue(
                OrtEnvironment.getAvailableProviders().contains(OrtProvider.CUDA),
                "skipped: built without -Pcuda-latency, so that CUDA is not tested");
        try {
            gpu = NvidiaGpu.here();
        } catch (IllegalArgumentException e) {
            assumeTrue(false, "skipped: CUDA is not tested. " + e.getMessage());
        }
        InferenceRuntime.CUDA.check();
    }

    private static LatencyMeter meter() {
        return new LatencyMeter(new ComputeGate(), LatencyProtocol.BRIEF, InferenceRuntime.CUDA);
    }

    /** As near as the GPU's short mantissas (TF32) are: ten bits. */
    @Test
    void theGpuComputesWhatTheProcessorDoes() {
        byte[] model = SampleModels.convolutions(64, 4);
        Random random = new Random(1);
        float[] image = new float[3 * 64 * 64];
        for (int i = 0; i < image.length; i++) {
            image[i] = (float) random.nextGaussian();
        }
        try (OnnxSession there = Cuda.load(model, 1, 1);
                OnnxSession here = new OnnxSession(model, 1)) {
            there.read(image);
            here.read(image);
            float[] found = there.infer().get("x4");
            float[] expected = here.infer().get("x4");
            assertThat(found).hasSameSizeAs(expected);
            for (int i = 0; i < found.length; i++) {
                assertThat(found[i]).isCloseTo(expected[i], within(0.01f));
            }
        }
    }

    @Test
    void whatIsMeasuredIsOfTheGpu() throws InterruptedException {
        List<Measurement> measured =
                meter().measure(List.of(SampleModels.convolutions(32, 4), SampleModels.convolutions(512, 32)), 1, 1);
        DeviceProfile device = measured.get(0).device();
        assertThat(device.processor()).startsWith(gpu.name() + " beside ");
        assertThat(device.runtime()).startsWith("ONNX Runtime 1.").contains(" on CUDA");
        assertThat(device).isNotEqualTo(LatencyMeter.device(InferenceRuntime.ONNX_RUNTIME, 1));
        assertThat(measured.get(0).report().medianNanos())
                .isPositive()
                .isLessThan(measured.get(1).report().medianNanos());
    }

    @Test
    void manyImagesAtOnceTakeLongerThanOne() throws InterruptedException {
        byte[] model = SampleModels.convolutions(256, 16);
        assertThat(meter().measure(model, 1, 16).report().medianNanos())
                .isGreaterThan(2 * meter().measure(model, 1, 1).report().medianNanos());
    }

    @Test
    void aModelThatTheGpuCannotComputeIsRefused() {
        byte[] model = SampleModels.determinants(8);
        try (OnnxSession here = new OnnxSession(model, 1)) {
            assertThat(here.infer().get("y")).hasSize(3);
        }
        assertThatThrownBy(() -> meter().measure(model, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("A model that the GPU computes as a whole was expected")
                .hasMessageContaining("Maybe --runtime onnxruntime");
    }
}
