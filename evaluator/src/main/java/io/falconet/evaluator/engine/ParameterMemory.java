package io.falconet.evaluator.engine;

import ai.djl.pytorch.engine.PtNDArray;
import java.util.List;

/** The one row of values in which a network's tensors lie, for Java and for PyTorch. */
interface ParameterMemory {
    /**
     * A tensor of some of the values, in the care of the network's manager.
     *
     * @param offset of the first of them
     */
    PtNDArray tensor(int offset, long[] shape);

    /** Reads so many values from their offset to the same place of an array. */
    void read(int offset, int count, float[] into);

    /** Writes so many values from the same place of an array to their offset. */
    void write(int offset, int count, float[] values);

    /**
     * Reads the gradients of tensors, one after the other, and sets them to zero.
     *
     * @param learned always the same tensors
     */
    void takeGradients(List<PtNDArray> learned, float[] into);
}
