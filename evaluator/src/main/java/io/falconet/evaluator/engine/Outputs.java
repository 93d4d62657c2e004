package io.falconet.evaluator.engine;

import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import java.nio.ByteOrder;
import java.util.List;

/** Copies tensors to Java. */
final class Outputs {
    private Outputs() {}

    static float[][] values(List<PtNDArray> arrays) {
        return arrays.stream().map(Outputs::values).toArray(float[][]::new);
    }

    private static float[] values(PtNDArray array) {
        float[] values = new float[Math.toIntExact(array.size())];
        JniUtils.getByteBuffer(array, true)
                .order(ByteOrder.nativeOrder())
                .asFloatBuffer()
                .get(values);
        return values;
    }
}
