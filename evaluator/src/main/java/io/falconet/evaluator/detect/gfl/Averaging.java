package io.falconet.evaluator.detect.gfl;

import java.util.List;

/** By what the sums of the losses are divided. */
enum Averaging {
    /** NanoDet-m: class losses by the positive cells, at least one an image; box losses by the sum of weights. */
    EACH_IMAGE,
    /** NanoDet-Plus: both over the whole batch, and by at least 1. */
    WHOLE_BATCH;

    /**
     * The divisor of the class losses.
     *
     * @param positives cells of each image
     */
    int classes(List<Integer> positives) {
        return switch (this) {
            case EACH_IMAGE ->
                positives.stream().mapToInt(count -> Math.max(1, count)).sum();
            case WHOLE_BATCH ->
                Math.max(1, positives.stream().mapToInt(count -> count).sum());
        };
    }

    /**
     * The divisor of the box losses.
     *
     * @param weights sum over all positive cells
     */
    double boxes(double weights) {
        return switch (this) {
            case EACH_IMAGE -> weights;
            case WHOLE_BATCH -> Math.max(1, weights);
        };
    }
}
