package io.falconet.evaluator.detect.yolo;

import io.falconet.evaluator.detect.LossValue;

/**
 * The loss of a batch by parts, each with its gain, for one image on average.
 *
 * @param box one minus CIoU of the boxes
 * @param objectness cross entropy of whether there is an object
 * @param classes cross entropy of the classes
 * @param images in the batch
 * @param matches anchors that were to predict an object
 */
public record YoloLossValue(double box, double objectness, double classes, int images, int matches)
        implements LossValue {
    /** The parts' sum for all images. */
    @Override
    public double total() {
        return images * (box + objectness + classes);
    }
}
