package io.falconet.evaluator.engine;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Memory that Java and PyTorch share. It starts where PyTorch's own does, at a multiple of 64 bytes: Intel's MKL, for one,
 * promises the same last digits from run to run only to memory that is aligned in the same way.
 */
final class SharedMemory {
    private static final int ALIGNMENT = 64;

    private SharedMemory() {}

    /** So many values, all zero. */
    static ByteBuffer floats(int count) {
        return bytes(Math.multiplyExact(count, Float.BYTES));
    }

    /** So many values of double precision, all zero. */
    static ByteBuffer doubles(int count) {
        return bytes(Math.multiplyExact(count, Double.BYTES));
    }

    private static ByteBuffer bytes(int bytes) {
        return ByteBuffer.allocateDirect(Math.addExact(bytes, 2 * ALIGNMENT))
                .alignedSlice(ALIGNMENT)
                .slice(0, bytes)
                .order(ByteOrder.nativeOrder());
    }
}
