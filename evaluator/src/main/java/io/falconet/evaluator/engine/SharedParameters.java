package io.falconet.evaluator.engine;

import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.jni.JniUtils;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Memory that Java and PyTorch share: nothing is copied but what is asked for. */
final class SharedParameters implements ParameterMemory {
    private final PtNDManager manager;
    private final ByteBuffer bytes;
    private final FloatBuffer memory;
    private final List<FloatBuffer> gradients = new ArrayList<>();
    private float[] zeros = new float[0];

    SharedParameters(PtNDManager manager, float[] values) {
        this.manager = manager;
        bytes = SharedMemory.floats(values.length);
        memory = bytes.asFloatBuffer();
        memory.put(0, values);
    }

    @Override
    public PtNDArray tensor(int offset, long[] shape) {
        int size = Math.toIntExact(Arrays.stream(shape).reduce(1, Math::multiplyExact));
        ByteBuffer own = bytes.slice(offset * Float.BYTES, size * Float.BYTES);
        return manager.create(own.order(ByteOrder.nativeOrder()), new Shape(shape), DataType.FLOAT32);
    }

    @Override
    public void read(int offset, int count, float[] into) {
        memory.get(offset, into, offset, count);
    }

    @Override
    public void write(int offset, int count, float[] values) {
        memory.put(offset, values, offset, count);
    }

    @Override
    public void takeGradients(List<PtNDArray> learned, float[] into) {
        if (gradients.isEmpty()) {
            learned.forEach(this::map);
        }
        int next = 0;
        for (FloatBuffer gradient : gradients) {
            gradient.get(0, into, next, gradient.capacity());
            gradient.put(0, zeros, 0, gradient.capacity());
            next += gradient.capacity();
        }
    }

    /** PyTorch adds to a gradient in place once it is there, so that its memory stays where it is. */
    private void map(PtNDArray tensor) {
        FloatBuffer gradient = JniUtils.getByteBuffer(JniUtils.getGradient(tensor), true)
                .order(ByteOrder.nativeOrder())
                .asFloatBuffer();
        gradients.add(gradient);
        zeros = new float[Math.max(zeros.length, gradient.capacity())];
    }
}
