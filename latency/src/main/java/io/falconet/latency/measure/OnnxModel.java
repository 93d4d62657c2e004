package io.falconet.latency.measure;

import java.util.Random;

/**
 * A model to be timed.
 *
 * @param content of its ONNX file
 * @param runtime that runs it
 * @param threads that one inference may use
 * @param batch images at a time
 */
record OnnxModel(byte[] content, InferenceRuntime runtime, int threads, int batch) {
    /** Loads it, and gives it noise to read. */
    ModelSession load() {
        ModelSession session = runtime.load(content, threads, batch);
        session.inputSizes().forEach((input, size) -> session.read(input, noise(size)));
        return session;
    }

    /** Images of standard normal noise, always the same: what normalised pixels look like to arithmetic. */
    private static float[] noise(int size) {
        Random random = new Random(0);
        float[] values = new float[size];
        for (int i = 0; i < size; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }
}
