package io.falconet.evaluator.engine;

import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.jni.JniUtils;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.List;

/**
 * A batch on its way through a network in training mode. The loss and its gradient with respect to the outputs are
 * computed by whoever holds the pass; {@link #backward} carries the gradient to the weights. Close it to free what the
 * way back needed.
 */
public final class TrainingPass implements AutoCloseable {
    private final PtNDManager step;
    private final List<PtNDArray> outputs;

    TrainingPass(PtNDManager step, List<PtNDArray> outputs) {
        this.step = step;
        this.outputs = outputs;
    }

    /** The values of each output. */
    public float[][] outputs() {
        return Outputs.values(outputs);
    }

    /**
     * Adds to the weights' gradients, once.
     *
     * @param gradients of the loss with respect to each output, laid out as {@link #outputs()}
     */
    public void backward(float[][] gradients) {
        PtNDArray[] flat = outputs.stream()
                .map(output -> JniUtils.reshape(output, new long[] {output.size()}))
                .toArray(PtNDArray[]::new);
        PtNDArray joined = flat.length == 1 ? flat[0] : JniUtils.cat(flat, 0);
        int size = Math.toIntExact(joined.size());
        ByteBuffer bytes = ByteBuffer.allocateDirect(size * Float.BYTES).order(ByteOrder.nativeOrder());
        FloatBuffer values = bytes.asFloatBuffer();
        for (float[] gradient : gradients) {
            values.put(gradient);
        }
        JniUtils.backward(joined, step.create(bytes, new Shape(size), DataType.FLOAT32), false, false);
    }

    @Override
    public void close() {
        step.close();
        JniUtils.setGradMode(false);
    }
}
