package io.falconet.evaluator.detect;

import java.util.List;

/**
 * How far a detector's raw outputs are off, and how they are to change. Raw outputs are {@code images x channels x rows x
 * columns} values for each output of the network. Not thread-safe: one a training.
 */
public interface DetectionLoss {
    /**
     * Computes loss and gradient of a batch.
     *
     * @param outputs raw values of each output
     * @param objects by image, {@code {class, x1, y1, x2, y2}} in pixels of the network's input
     */
    LossValue compute(float[][] outputs, List<List<float[]>> objects);

    /** The derivatives of the last loss's total, laid out as the outputs; overwritten by the next batch. */
    float[][] gradient();
}
