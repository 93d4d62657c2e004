package io.falconet.latency.measure;

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
        public String version() {
            return OnnxSession.runtime();
        }
    },

    /** The module DNN of OpenCV, which many applications have anyway. */
    OPENCV("opencv") {
        @Override
        public ModelSession load(byte[] model, int threads, int batch) {
            return new OpenCvSession(model, threads, batch);
        }

        @Override
        public String version() {
            return OpenCvSession.runtime();
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

    /** Its name and version, as people know it. */
    public abstract String version();
}
