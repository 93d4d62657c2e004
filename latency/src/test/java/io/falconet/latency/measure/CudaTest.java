package io.falconet.latency.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtProvider;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** What holds of CUDA without a GPU; {@link CudaIT} needs one. */
class CudaTest {
    private static final byte[] MODEL = SampleModels.convolutions(32, 2);

    private static boolean gpu() {
        try {
            NvidiaGpu.here();
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean builtForGpus() {
        return OrtEnvironment.getAvailableProviders().contains(OrtProvider.CUDA);
    }

    @Test
    void withoutAGpuNothingIsMeasured() {
        assumeFalse(gpu(), "skipped: this machine has an NVIDIA GPU");
        assertThatThrownBy(() -> new LatencyMeter(new ComputeGate(), LatencyProtocol.BRIEF, InferenceRuntime.CUDA))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("An NVIDIA GPU was expected, found none")
                .hasMessageContaining("Maybe its driver is not installed");
        assertThatThrownBy(() -> LatencyMeter.device(InferenceRuntime.CUDA, 1)).hasMessageContaining("found none");
    }

    @Test
    void anOnnxRuntimeForProcessorsIsNotEnough() {
        assumeFalse(builtForGpus(), "skipped: built with an ONNX Runtime for GPUs");
        assertThatThrownBy(Cuda::requireProvider)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("An ONNX Runtime for GPUs was expected, found ONNX Runtime 1.")
                .hasMessageContaining("Maybe build Falconet with -Pcuda-latency");
        assertThatThrownBy(() -> Cuda.load(MODEL, 1, 1)).hasMessageContaining("ONNX Runtime cannot load the model");
    }

    @Test
    void missingLibrariesAreNamed() {
        assumeFalse(gpu(), "skipped: this machine has an NVIDIA GPU");
        assertThatThrownBy(Cuda::requireLibraries)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("CUDA and cuDNN were expected")
                .hasMessageContaining(builtForGpus() ? "libcublasLt.so.12: cannot open" : "Failed to find CUDA")
                .hasMessageContaining("Maybe install them");
    }

    /** The promise that nothing is computed on the processor in the GPU's name: here all of it would be. */
    @Test
    void whatFallsBackToTheProcessorIsRefused() {
        assertThatThrownBy(() -> new OnnxSession(MODEL, 1, 1, Cuda::forbidProcessor))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(Cuda.FALLS_BACK);
    }

    /** A thread that waits for a GPU takes no processor time. */
    @Test
    void whoWaitsForAGpuIsTimedByTheWallClock() {
        RunClock.Run run = new RunClock(InferenceRuntime.CUDA, 1).time(new Elsewhere());
        assertThat(run.nanos()).isEqualTo(run.wallNanos());
        RunClock.Run here = new RunClock(InferenceRuntime.ONNX_RUNTIME, 1).time(new Elsewhere());
        assertThat(here.nanos()).isLessThan(here.wallNanos());
    }

    /** Computes on another thread, as a GPU does. */
    private record Elsewhere() implements ModelSession {
        @Override
        public Map<String, Integer> inputSizes() {
            return Map.of();
        }

        @Override
        public void read(String input, float[] values) {}

        @Override
        public void run() {
            CompletableFuture.runAsync(() -> {
                        long end = System.nanoTime() + 5_000_000;
                        while (System.nanoTime() < end) {
                            Thread.onSpinWait();
                        }
                    })
                    .join();
        }

        @Override
        public void close() {}
    }
}
