package io.falconet.space.block;

import java.util.List;

/**
 * How a detector's raw outputs are read as objects. Each family of detectors has its own format, and with it its loss,
 * assigner and decoding in the evaluator.
 */
public sealed interface DetectionFormat permits AnchorFormat, GflFormat {
    /** How many kinds of object are told apart. */
    int classes();

    /** For each output, finest first, how many pixels of the image one cell covers along a side. */
    List<Integer> strides();
}
