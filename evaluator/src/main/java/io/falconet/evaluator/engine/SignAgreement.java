package io.falconet.evaluator.engine;

import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;

/**
 * Counts, for each two images of a batch, the values that have the same sign. The positive ones that two images share are
 * the product of two rows of ones and zeros; those that both lack follow from it.
 */
final class SignAgreement {
    private final int images;
    private final double[][] counts;

    SignAgreement(int images) {
        this.images = images;
        this.counts = new double[images][images];
    }

    /** Adds the signs of a map, which stays as it is. */
    void add(PtNDArray map) {
        long values = map.size() / images;
        try (PtNDArray rows = JniUtils.reshape(map, new long[] {images, values});
                PtNDArray zero = (PtNDArray) map.getManager().zeros(new Shape(1), DataType.FLOAT32);
                PtNDArray over = JniUtils.gt(rows, zero);
                PtNDArray ones = JniUtils.to(over, DataType.FLOAT32, map.getDevice());
                PtNDArray columns = JniUtils.transpose(ones, 0, 1);
                PtNDArray products = JniUtils.matmul(ones, columns)) {
            add(products, values);
        }
    }

    private void add(PtNDArray products, long values) {
        float[] shared = new float[images * images];
        FloatBuffer buffer = JniUtils.getByteBuffer(products, true)
                .order(ByteOrder.nativeOrder())
                .asFloatBuffer();
        buffer.get(shared);
        for (int i = 0; i < images; i++) {
            for (int j = 0; j < images; j++) {
                double either = (double) shared[i * images + i] + shared[j * images + j];
                counts[i][j] += values - either + 2.0 * shared[i * images + j];
            }
        }
    }

    double[][] counts() {
        return counts;
    }
}
