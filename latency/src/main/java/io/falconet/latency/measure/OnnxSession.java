package io.falconet.latency.measure;

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
 * A model loaded into ONNX Runtime, with all of its optimisations, on this machine's processor or what is beside it.
 * Operators run one after another; a thread that waits for work sleeps instead of spinning, so that a session takes nothing
 * from others while it is idle. Not for use by several threads at once.
 */
public final class OnnxSession implements ModelSession {
    /** The name of an open batch axis: where models have it, it is as fast as a fixed one. */
    public static final String OPEN_BATCH = "batch";

    private final OrtSession session;
    private final Map<String, FloatBuffer> memory = new LinkedHashMap<>();
    private final Map<String, OnnxTensor> feed = new LinkedHashMap<>();

    /**
     * Loads a model that reads tensors of floats, one image at a time.
     *
     * @param threads that one inference may use
     * @throws IllegalArgumentException if ONNX Runtime cannot load the model
     */
    public OnnxSession(byte[] model, int threads) {
        this(model, threads, 1);
    }

    /**
     * The same for several images at a time.
     *
     * @param batch images at a time; the model's batch axis is open, or fixed to as many
     */
    public OnnxSession(byte[] model, int threads, int batch) {
        this(model, threads, batch, processor -> {});
    }

    /** What computes beside the processor. */
    @FunctionalInterface
    interface Provider {
        void addTo(SessionOptions options) throws OrtException;
    }

    OnnxSession(byte[] model, int threads, int batch, Provider provider) {
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        try (SessionOptions options = new SessionOptions()) {
            options.setIntraOpNumThreads(threads);
            options.setInterOpNumThreads(1);
            options.setExecutionMode(SessionOptions.ExecutionMode.SEQUENTIAL);
            options.setOptimizationLevel(SessionOptions.OptLevel.ALL_OPT);
            options.addConfigEntry("session.intra_op.allow_spinning", "0");
            options.setSymbolicDimensionValue(OPEN_BATCH, batch);
            provider.addTo(options);
            session = environment.createSession(model, options);
            for (NodeInfo info : session.getInputInfo().values()) {
                long[] shape = ((TensorInfo) info.getInfo()).getShape();
                if (shape[0] > 0 && shape[0] != batch) {
                    session.close();
                    throw new IllegalArgumentException(
                            "A model that reads %d images at a time was expected, found %d. Maybe export it with an open batch axis."
                                    .formatted(batch, shape[0]));
                }
                shape[0] = batch;
                FloatBuffer values = floats(shape);
                memory.put(info.getName(), values);
                feed.put(info.getName(), OnnxTensor.createTensor(environment, values, shape));
            }
        } catch (OrtException e) {
            throw new IllegalArgumentException(
                    "ONNX Runtime cannot load the model: " + e.getMessage() + " Maybe the file is not whole.", e);
        }
    }

    /** The runtime and its version, as people know it. */
    public static String runtime() {
        return "ONNX Runtime " + OrtEnvironment.getEnvironment().getVersion();
    }

    /** What each input of a model reads, by name: its shape, with that many images where the batch axis is open. */
    static Map<String, long[]> inputShapes(byte[] model, int batch) {
        try (OnnxSession session = new OnnxSession(model, 1, batch)) {
            Map<String, long[]> shapes = new LinkedHashMap<>();
            session.feed.forEach(
                    (input, tensor) -> shapes.put(input, tensor.getInfo().getShape()));
            return shapes;
        }
    }

    @Override
    public Map<String, Integer> inputSizes() {
        Map<String, Integer> sizes = new LinkedHashMap<>();
        memory.forEach((name, values) -> sizes.put(name, values.capacity()));
        return sizes;
    }

    @Override
    public void read(String input, float[] values) {
        FloatBuffer own = memory.get(input);
        if (own == null) {
            throw new IllegalArgumentException("The model reads %s, found %s.".formatted(memory.keySet(), input));
        }
        if (values.length != own.capacity()) {
            throw new IllegalArgumentException(
                    "The model reads %d values, found %d.".formatted(own.capacity(), values.length));
        }
        own.put(0, values);
    }

    /** The same for a model of one input. */
    public void read(float[] values) {
        read(memory.keySet().iterator().next(), values);
    }

    @Override
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
        feed.values().forEach(OnnxTensor::close);
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
