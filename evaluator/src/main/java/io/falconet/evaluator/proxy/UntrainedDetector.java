package io.falconet.evaluator.proxy;

import io.falconet.evaluator.data.Batch;
import io.falconet.evaluator.detect.DetectorFamily;
import io.falconet.evaluator.engine.Weights;
import io.falconet.space.block.Detector;
import java.util.Optional;

/**
 * A detector before its first training step, and what it would see then.
 *
 * @param family how it would learn, fitted to the data; empty where detectors of its kind are only built
 * @param weights from which the training would start
 * @param batch images as they are, not augmented, and their objects
 * @param everyObject whether the loss gives a cell to every object
 */
public record UntrainedDetector(
        Detector detector, Optional<DetectorFamily> family, Weights weights, Batch batch, boolean everyObject) {}
