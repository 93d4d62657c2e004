package io.falconet.evaluator.detect.gfl;

import io.falconet.evaluator.detect.LossValue;

/**
 * The loss of a batch, weighted as it enters the sum.
 *
 * @param quality quality focal loss of the class scores
 * @param box GIoU loss of the boxes
 * @param distance distribution focal loss of the distances
 * @param positives cells that were to predict an object
 */
public record GflLossValue(double quality, double box, double distance, int positives) implements LossValue {
    @Override
    public double total() {
        return quality + box + distance;
    }
}
