package io.falconet.evaluator.engine;

import ai.djl.Device;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.jni.JniUtils;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/** Memory of a GPU, which Java does not see. All tensors are views of one, so that a step copies it at once. */
final class CopiedParameters implements ParameterMemory {
    private final PtNDManager manager;
    private final PtNDArray all;
    private final ByteBuffer staging;

    CopiedParameters(PtNDManager manager, float[] values) {
        this.manager = manager;
        staging = SharedMemory.floats(values.length);
        staging.asFloatBuffer().put(0, values);
        all = (PtNDArray) manager.zeros(new Shape(values.length), DataType.FLOAT32);
        write(0, values.length, values);
    }

    @Override
    public PtNDArray tensor(int offset, long[] shape) {
        long end = offset + new Shape(shape).size();
        return JniUtils.reshape(JniUtils.slice(all, 0, offset, end, 1), shape);
    }

    @Override
    public void read(int offset, int count, float[] into) {
        if (count > 0) {
            try (PtNDArray part = JniUtils.slice(all, 0, offset, offset + count, 1)) {
                copy(part, into, offset);
            }
        }
    }

    @Override
    public void write(int offset, int count, float[] values) {
        if (count == 0) {
            return;
        }
        ByteBuffer part =
                staging.slice(offset * Float.BYTES, count * Float.BYTES).order(ByteOrder.nativeOrder());
        part.asFloatBuffer().put(0, values, offset, count);
        try (PtNDArray there = manager.create(part, new Shape(count), DataType.FLOAT32)) {
            JniUtils.indexSet(all, there, new long[] {offset}, new long[] {offset + count}, new long[] {1});
        }
    }

    @Override
    public void takeGradients(List<PtNDArray> learned, float[] into) {
        List<PtNDArray> gradients = learned.stream().map(JniUtils::getGradient).toList();
        try (PtNDArray row = Exchange.joined(gradients)) {
            copy(row, into, 0);
        }
        gradients.forEach(PtNDArray::close);
        learned.forEach(JniUtils::zeroGrad);
    }

    private static void copy(PtNDArray row, float[] into, int at) {
        PtNDArray here = row.toDevice(Device.cpu(), false);
        JniUtils.getByteBuffer(here, true)
                .order(ByteOrder.nativeOrder())
                .asFloatBuffer()
                .get(into, at, Math.toIntExact(row.size()));
        here.close();
    }
}
