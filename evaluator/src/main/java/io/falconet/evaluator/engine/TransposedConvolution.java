package io.falconet.evaluator.engine;

import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import io.falconet.space.graph.TransposedConv;

/**
 * A transposed convolution as the convolution that it is: zeros are set between the cells of the map, and the kernel is
 * turned round (Dumoulin and Visin, 2016). PyTorch's own is not open to Java.
 */
record TransposedConvolution(TransposedConv op, PtNDArray map) {
    private static final int ROWS = 2;
    private static final int COLUMNS = 3;

    PtNDArray apply(PtNDArray weight, PtNDArray bias) {
        int padding = op.kernel() - 1 - op.padding();
        return JniUtils.convolution(
                spread(),
                turned(weight),
                bias,
                new Shape(1, 1),
                new Shape(padding, padding),
                new Shape(1, 1),
                op.groups());
    }

    /** The map with {@code stride - 1} zeros between neighbours. */
    private PtNDArray spread() {
        if (op.stride() == 1) {
            return map;
        }
        Shape shape = map.getShape();
        long batch = shape.get(0);
        long channels = shape.get(1);
        long rows = shape.get(ROWS);
        long columns = shape.get(COLUMNS);
        int stride = op.stride();
        PtNDArray cells = JniUtils.reshape(map, new long[] {batch, channels, rows, 1, columns, 1});
        PtNDArray padded = JniUtils.pad(cells, new long[] {0, stride - 1, 0, 0, 0, stride - 1}, 0);
        PtNDArray wide = JniUtils.reshape(padded, new long[] {batch, channels, rows * stride, columns * stride});
        PtNDArray cut = JniUtils.slice(wide, ROWS, 0, (rows - 1) * stride + 1, 1);
        return JniUtils.slice(cut, COLUMNS, 0, (columns - 1) * stride + 1, 1);
    }

    /** From input channels, output channels of a group to output channels, input channels of a group; upside down. */
    private PtNDArray turned(PtNDArray weight) {
        long groups = op.groups();
        long in = weight.getShape().get(0) / groups;
        long out = weight.getShape().get(1);
        long side = op.kernel();
        PtNDArray grouped = JniUtils.reshape(weight, new long[] {groups, in, out, side, side});
        PtNDArray swapped = JniUtils.transpose(grouped, 1, 2);
        PtNDArray kernels = JniUtils.reshape(swapped, new long[] {groups * out, in, side, side});
        return JniUtils.flip(kernels, new long[] {ROWS, COLUMNS});
    }
}
