package io.falconet.space.outcome;

/**
 * Average precision by the COCO evaluator's rules, each figure between 0 and 1, or NaN where the data have no object of
 * that kind.
 *
 * @param map50To95 mean over the IoU thresholds 0.50, 0.55 … 0.95
 * @param map50 at IoU 0.50
 * @param map75 at IoU 0.75
 * @param mapSmall mean over thresholds for objects under 32² pixels of the original image
 * @param mapMedium for objects from 32² to 96² pixels
 * @param mapLarge for objects over 96² pixels
 */
public record Accuracy(
        double map50To95, double map50, double map75, double mapSmall, double mapMedium, double mapLarge) {}
