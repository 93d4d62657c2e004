package io.falconet.latency.measure;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtProvider;
import ai.onnxruntime.OrtSession.SessionOptions;
import ai.onnxruntime.providers.OrtCUDAProviderOptions;
import io.falconet.space.outcome.DeviceProfile;

/**
 * ONNX Runtime on an NVIDIA GPU. All of a model is computed there, or it is not loaded: what falls back to the processor would be
 * timed as the GPU's. A run begins with images in the machine's memory and ends with the outputs there, so that copying is part
 * of it; ONNX Runtime's Java classes offer nothing else, and wait for the GPU before they return.
 */
final class Cuda {
    /** The first that CUDA sees; {@code CUDA_VISIBLE_DEVICES} makes it another. */
    private static final int FIRST = 0;
    /** What ONNX Runtime says of a model of which it would compute a part on the processor. */
    static final String FALLS_BACK = "assigned to the default CPU EP";

    private Cuda() {}

    /** The GPU with the processor beside it, which starts its kernels. */
    static DeviceProfile device(int threads) {
        NvidiaGpu gpu = NvidiaGpu.here();
        return new DeviceProfile(
                DeviceProfile.LOCAL,
                gpu.name() + " beside " + Processor.describe(),
                OnnxSession.runtime() + " on CUDA"
                        + gpu.driver().map(version -> ", driver " + version).orElse(""),
                threads);
    }

    /**
     * Makes sure that there are a GPU, an ONNX Runtime for it and CUDA's libraries, by running a small network.
     *
     * @throws IllegalArgumentException if not
     */
    static void check() {
        try {
            NvidiaGpu.here();
        } catch (IllegalArgumentException e) {
            throw hasProvider()
                    ? e
                    : new IllegalArgumentException(
                            e.getMessage()
                                    + " This ONNX Runtime is for processors alone, too: a build with -Pcuda-latency has one for GPUs.",
                            e);
        }
        requireProvider();
        requireLibraries();
    }

    private static boolean hasProvider() {
        return OrtEnvironment.getAvailableProviders().contains(OrtProvider.CUDA);
    }

    /** Makes sure that this ONNX Runtime knows GPUs. */
    static void requireProvider() {
        if (!hasProvider()) {
            throw new IllegalArgumentException(
                    "An ONNX Runtime for GPUs was expected, found %s for processors alone. Maybe build Falconet with -Pcuda-latency, or name the folder of one that was built for this machine: -Donnxruntime.native.path=DIR."
                            .formatted(OnnxSession.runtime()));
        }
    }

    /** Makes sure that the GPU computes: cuDNN is only looked for at the first convolution. */
    static void requireLibraries() {
        try (Anchor anchor = new Anchor(InferenceRuntime.CUDA, 1)) {
            anchor.median(new RunClock(InferenceRuntime.CUDA, 1));
        } catch (IllegalArgumentException | IllegalStateException e) {
            throw new IllegalArgumentException(
                    "CUDA and cuDNN were expected (by the ONNX Runtime of -Pcuda-latency: 12 and 9), found: %s. Maybe install them, or name their folder in LD_LIBRARY_PATH."
                            .formatted(reason((e.getCause() == null ? e : e.getCause()).getMessage())),
                    e);
        }
    }

    /** What is missing, without where in its sources ONNX Runtime noticed. */
    private static String reason(String message) {
        return message.replaceAll("\\s+", " ")
                .replaceFirst(".*with error: ", "")
                .replaceFirst("[. ]+$", "");
    }

    /**
     * Loads a model.
     *
     * @throws IllegalArgumentException if ONNX Runtime cannot load it, or the GPU not compute all of it
     */
    static OnnxSession load(byte[] model, int threads, int batch) {
        try {
            return new OnnxSession(model, threads, batch, Cuda::addTo);
        } catch (IllegalArgumentException e) {
            throw e.getMessage().contains(FALLS_BACK) ? partly(e) : e;
        }
    }

    private static IllegalArgumentException partly(IllegalArgumentException cause) {
        return new IllegalArgumentException(
                "A model that the GPU computes as a whole was expected, found operators for which ONNX Runtime has the processor alone. Maybe --runtime onnxruntime, which times it there.",
                cause);
    }

    private static void addTo(SessionOptions options) throws OrtException {
        forbidProcessor(options);
        try (OrtCUDAProviderOptions cuda = new OrtCUDAProviderOptions(FIRST)) {
            cuda.add("cudnn_conv_algo_search", "EXHAUSTIVE"); // tried out when the model is first run
            options.addCUDA(cuda);
        }
    }

    /** Has a model refused of which the processor would compute a part. */
    static void forbidProcessor(SessionOptions options) throws OrtException {
        options.addConfigEntry("session.disable_cpu_ep_fallback", "1");
    }
}
