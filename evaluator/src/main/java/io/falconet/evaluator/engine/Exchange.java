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
 * What a network's training passes hand to Java and take back, in memory that is used again by the next pass: with 80
 * classes and 16 images of 320 pixels, 34 MB each way. Not thread-safe: one a network.
 */
final class Exchange {
    private float[][] values = new float[0][];
    private ByteBuffer gradients = SharedMemory.floats(0);

    /** All outputs in one row, each as images, channels, rows, columns. */
    static PtNDArray joined(List<PtNDArray> outputs) {
        PtNDArray[] flat = outputs.stream()
                .map(output -> JniUtils.reshape(output, new long[] {output.size()}))
                .toArray(PtNDArray[]::new);
        return flat.length == 1 ? flat[0] : JniUtils.cat(flat, 0);
    }

    /** The values of each output. */
    float[][] values(PtNDArray joined, List<PtNDArray> outputs) {
        FloatBuffer source = JniUtils.getByteBuffer(joined, true)
                .order(ByteOrder.nativeOrder())
                .asFloatBuffer();
        if (values.length != outputs.size()) {
            values = new float[outputs.size()][0];
        }
        for (int i = 0; i < values.length; i++) {
            int size = Math.toIntExact(outputs.get(i).size());
            if (values[i].length != size) {
                values[i] = new float[size];
            }
            source.get(values[i]);
        }
        return values;
    }

    /** The gradient of each output as one tensor in the manager's care, which shares memory with the last one. */
    PtNDArray gradient(PtNDManager manager, float[][] parts) {
        int size = 0;
        for (float[] part : parts) {
            size += part.length;
        }
        int bytes = Math.multiplyExact(size, Float.BYTES);
        if (gradients.capacity() < bytes) {
            gradients = SharedMemory.floats(size);
        }
        ByteBuffer shared = gradients.slice(0, bytes).order(ByteOrder.nativeOrder());
        FloatBuffer row = shared.asFloatBuffer();
        for (float[] part : parts) {
            row.put(part);
        }
        return manager.create(shared, new Shape(size), DataType.FLOAT32);
    }
}
