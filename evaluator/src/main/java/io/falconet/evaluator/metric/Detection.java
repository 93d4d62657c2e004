package io.falconet.evaluator.metric;

/**
 * One object that a detector believes to see, in pixels of the original image.
 *
 * @param imageId the sample's id
 * @param classIndex index into the data set's classes
 * @param score confidence, usually from 0 to 1; only the order matters
 * @param x1 left edge
 * @param y1 top edge
 * @param x2 right edge
 * @param y2 bottom edge
 */
public record Detection(long imageId, int classIndex, float score, float x1, float y1, float x2, float y2) {}
