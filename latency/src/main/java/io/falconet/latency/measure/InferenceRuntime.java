package io.falconet.latency.measure;

import io.falconet.space.outcome.DeviceProfile;
import io.falconet.space.problem.Spelling;
import java.util.Arrays;
import java.util.List;

/** What runs a model. */
public enum InferenceRuntime {
    /** ONNX Runtime's own kernels for processors. */
    ONNX_RUNTIME("onnxruntime") {
        @Override
        public ModelSession load(byte[] model, int threads, int batch) {
            return new OnnxSession(model, threads, batch);
        }

        @Override
        DeviceProfile device(int threads) {
            return processor(OnnxSession.runtime(), threads);
        }
    },

    /** The module DNN of OpenCV, which many applications have anyway. */
    OPENCV("opencv") {
        @Override
        public ModelSession load(byte[] model, int threads, int batch) {
            return new OpenCvSession(model, threads, batch);
        }

        @Override
        DeviceProfile device(int threads) {
            return processor(OpenCvSession.runtime(), threads);
        }

        @Override
        public void check() {
            try {
                OpenCvSession.loadLibrary();
            } catch (LinkageError e) {
                throw new IllegalArgumentException(
                        "OpenCV was expected, found none: %s. Maybe --runtime onnxruntime; falconet-agent.jar has that alone."
                                .formatted(e.getMessage()),
                        e);
            }
        }
    },

    /** ONNX Runtime's kernels for NVIDIA's GPUs. */
    CUDA("cuda") {
        @Override
        public ModelSession load(byte[] model, int threads, int batch) {
            return Cuda.load(model, threads, batch);
        }

        @Override
        DeviceProfile device(int threads) {
            return Cuda.device(threads);
        }

        @Override
        public void check() {
            Cuda.check();
        }

        @Override
        boolean onProcessor() {
            return false;
        }
    };

    private final String key;

    InferenceRuntime(String key) {
        this.key = key;
    }

    /** The names by which people choose one. */
    public static List<String> keys() {
        return Arrays.stream(values()).map(InferenceRuntime::key).toList();
    }

    /**
     * The runtime of that name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static InferenceRuntime of(String key) {
        return Arrays.stream(values())
                .filter(runtime -> runtime.key.equals(key))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("A runtime of %s was expected, found %s. %s"
                        .formatted(String.join(", ", keys()), key, Spelling.maybe(key, keys()))));
    }

    /** The name by which people choose it. */
    public String key() {
        return key;
    }

    /**
     * Loads a model.
     *
     * @param model an ONNX file's content
     * @param threads that one inference may use
     * @param batch images at a time
     * @throws IllegalArgumentException if the runtime cannot load it
     */
    public abstract ModelSession load(byte[] model, int threads, int batch);

    /**
     * This machine, as far as what runs there takes its time from it.
     *
     * @throws IllegalArgumentException if it has not what the runtime computes on
     */
    abstract DeviceProfile device(int threads);

    private static DeviceProfile processor(String version, int threads) {
        return new DeviceProfile(DeviceProfile.LOCAL, Processor.describe(), version, threads);
    }

    /**
     * Makes sure that it runs on this machine, before anything is loaded.
     *
     * @throws IllegalArgumentException if not, with what is missing
     */
    public void check() {}

    /** Whether the processor computes, rather than waits for what does. */
    boolean onProcessor() {
        return true;
    }
}
