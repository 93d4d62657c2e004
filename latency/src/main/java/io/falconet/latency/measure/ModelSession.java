package io.falconet.latency.measure;

import java.util.Map;

/** A model loaded into an inference runtime. Not for use by several threads at once. */
public interface ModelSession extends AutoCloseable {
    /** How many values each input reads, by name, in the model's order. */
    Map<String, Integer> inputSizes();

    /** Sets what the next inferences read from an input: its values in row-major order. */
    void read(String input, float[] values);

    /** Infers once and drops the outputs. */
    void run();

    @Override
    void close();
}
