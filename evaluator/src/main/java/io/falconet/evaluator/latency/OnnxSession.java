package io.falconet.evaluator.latency;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions;
import ai.onnxruntime.TensorInfo;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A model loaded into ONNX Runtime, with all of its optimisations, on this machine's processor. Operators run one after
 * another; a thread that waits for work sleeps instead of spinning, so that a session takes nothing from others while it is
 * idle. Not for use by several threads at once.
 */
public final class OnnxSession implements AutoCloseable {
    private final OrtSession session;
    private final FloatBuffer images;
    private final OnnxTensor input;
    private final Map<String, OnnxTensor> feed;

    /**
     * Loads a model that reads one tensor of floats. An open batch axis is set to one image.
     *
     * @param threads that one inference may use
     * @throws IllegalArgumentException if ONNX Runtime cannot load the model
     */
    public OnnxSession(byte[] model, int threads) {
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        try (SessionOptions options = new SessionOptions()) {
            options.setIntraOpNumThreads(threads);
            options.setInterOpNumThreads(1);
            options.setExecutionMode(SessionOptions.ExecutionMode.SEQUENTIAL);
            options.setOptimizationLevel(SessionOptions.OptLevel.ALL_OPT);
            options.addConfigEntry("session.intra_op.allow_spinning", "0");
            session = environment.createSession(model, options);
            NodeInfo info = session.getInputInfo().values().iterator().next();
            long[] shape = ((TensorInfo) info.getInfo()).getShape();
            shape[0] = Math.max(1, shape[0]);
            images = floats(shape);
            input = OnnxTensor.createTensor(environment, images, shape);
            feed = Map.of(info.getName(), input);
        } catch (OrtException e) {
            throw new IllegalArgumentException(
                    "ONNX Runtime cannot load the model: " + e.getMessage() + " Maybe the file is not whole.", e);
        }
    }

    /** The runtime and its version, as people know it. */
    public static String runtime() {
        return "ONNX Runtime " + OrtEnvironment.getEnvironment().getVersion();
    }

    /** How many values the model reads. */
    public int inputSize() {
        return images.capacity();
    }

    /** Sets what the next inferences read: the input's values in row-major order. */
    public void read(float[] values) {
        if (values.length != images.capacity()) {
            throw new IllegalArgumentException(
                    "The model reads %d values, found %d.".formatted(images.capacity(), values.length));
        }
        images.put(0, values);
    }

    /** Infers once and drops the outputs. */
    public void run() {
        try {
            session.run(feed).close();
        } catch (OrtException e) {
            throw new IllegalStateException("ONNX Runtime failed to run the model: " + e.getMessage(), e);
        }
    }

    /** Infers once. Returns each output's values in row-major order, by name, in the model's order. */
    public Map<String, float[]> infer() {
        try (OrtSession.Result result = session.run(feed)) {
            Map<String, float[]> outputs = new LinkedHashMap<>();
            result.forEach(output -> {
                FloatBuffer values = ((OnnxTensor) output.getValue()).getFloatBuffer();
                float[] copy = new float[values.remaining()];
                values.get(copy);
                outputs.put(output.getKey(), copy);
            });
            return outputs;
        } catch (OrtException e) {
            throw new IllegalStateException("ONNX Runtime failed to run the model: " + e.getMessage(), e);
        }
    }

    /** What the model's file says about itself. */
    public Map<String, String> properties() {
        try {
            return session.getMetadata().getCustomMetadata();
        } catch (OrtException e) {
            throw new IllegalStateException("The model's metadata cannot be read: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        input.close();
        try {
            session.close();
        } catch (OrtException e) {
            throw new IllegalStateException("ONNX Runtime failed to close the model: " + e.getMessage(), e);
        }
    }

    private static FloatBuffer floats(long[] shape) {
        long size = 1;
        for (long length : shape) {
            size *= length;
        }
        return ByteBuffer.allocateDirect(Math.toIntExact(Float.BYTES * size))
                .order(ByteOrder.nativeOrder())
                .asFloatBuffer();
    }
}
