package io.falconet.evaluator.detect;

import io.falconet.evaluator.engine.Weights;
import io.falconet.space.block.Detector;
import java.util.List;

/**
 * How one detector learns and speaks, in the way of its family. The family follows from the detector's {@linkplain
 * Detector#format format}; training and prediction know nothing else of it.
 */
public interface DetectorFamily {
    /** The detector. */
    Detector detector();

    /**
     * The same detector prepared for the data that it is to learn, such as with anchors that fit the objects. What is
     * prepared is part of the detector's format, so that whoever reads its outputs knows.
     *
     * @param objects boxes of the training images, in pixels of the network's input
     */
    DetectorFamily fitted(List<Box> objects);

    /**
     * The weights from which a training starts.
     *
     * @param weights from which any network would
     * @param start whose way; families that always start as their authors do may take no notice
     */
    Weights initial(Weights weights, Start start);

    /**
     * What is minimised.
     *
     * @param everyObject whether objects that the family's rule gives to no cell, mostly very small ones, get one; families whose rule
     *     leaves out none, or that fit it to the data, may take no notice
     */
    DetectionLoss loss(boolean everyObject);

    /** Which boxes are told when a detector is scored. */
    DecodingRule standard();

    /** Reads the outputs by a rule. */
    DetectionDecoder decoder(DecodingRule rule);
}
