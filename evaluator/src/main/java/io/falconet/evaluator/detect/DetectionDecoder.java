package io.falconet.evaluator.detect;

import java.util.List;

/** Reads objects from a detector's raw outputs. Thread-safe. */
public interface DetectionDecoder {
    /**
     * The objects of one image of a batch, best first, in pixels of the network's input.
     *
     * @param outputs raw values of each output
     * @param image its number in the batch
     */
    List<ScoredBox> decode(float[][] outputs, int image);
}
