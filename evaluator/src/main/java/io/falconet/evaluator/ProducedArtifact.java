package io.falconet.evaluator;

/**
 * A file that an evaluation made. The array is not copied; whoever reads it leaves it as it is.
 *
 * @param name the file's name, such as {@value #ONNX}
 * @param kind what it is: {@code onnx}, {@code weights}, {@code configuration}, {@code latency}, {@code log} or
 *     {@code checkpoint}
 */
public record ProducedArtifact(String name, String kind, byte[] content) {
    /** The model in inference form. */
    public static final String ONNX = "model.onnx";
    /** Every tensor as trained, by name. */
    public static final String WEIGHTS = "weights.safetensors";
    /** What the model is and what was measured of it. */
    public static final String CONFIGURATION = "configuration.json";
    /** Every run that was timed, and what the machine said of itself. */
    public static final String LATENCY = "latency.json";
    /** From which a training goes on that is planned for longer. */
    public static final String CHECKPOINT = "checkpoint.bin";
    /** What happened, line by line. */
    public static final String LOG = "training.log";
}
