package io.falconet.evaluator.detect.yolo;

/**
 * A box by its centre and size, in any unit that the boxes of a comparison share.
 *
 * @param x of the centre
 * @param y of the centre
 * @param width not below 0
 * @param height not below 0
 */
public record CenteredBox(double x, double y, double width, double height) {}
