package io.falconet.evaluator.data;

/**
 * One labelled object, in pixels of the original image.
 *
 * @param classIndex index into {@link Dataset#classes()}
 * @param x left edge
 * @param y top edge
 * @param width over 0
 * @param height over 0
 * @param area of the object as annotated, in square pixels; COCO takes it from the mask, so it may be less than width
 *     times height. It decides whether the object counts as small, medium or large
 * @param crowd whether the box stands for many objects: never trained on, and detections within it are not counted as
 *     false
 * @param id the annotation's id in a COCO file; otherwise the line of the label file, which tells it to people alone
 */
public record GroundTruth(
        int classIndex, float x, float y, float width, float height, float area, boolean crowd, long id) {
    public GroundTruth {
        if (classIndex < 0) {
            throw new IllegalArgumentException("A class index starts at 0, found " + classIndex + ".");
        }
    }

    /** The right edge. */
    public float right() {
        return x + width;
    }

    /** The bottom edge. */
    public float bottom() {
        return y + height;
    }
}
