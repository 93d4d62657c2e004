package io.falconet.evaluator.detect.yolo;

import io.falconet.evaluator.detect.DetectionLoss;
import java.util.List;

/**
 * YOLOv5's loss of batches as they are trained on.
 *
 * @param width of the images in pixels
 * @param height of the images in pixels
 */
record YoloBatchLoss(YoloLoss loss, int width, int height) implements DetectionLoss {
    @Override
    public YoloLossValue compute(float[][] outputs, List<List<float[]>> objects) {
        return loss.compute(outputs, objects.size(), Target.of(objects, width, height));
    }

    @Override
    public float[][] gradient() {
        return loss.gradient();
    }
}
