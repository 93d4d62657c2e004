package io.falconet.evaluator.metric;

import io.falconet.evaluator.data.GroundTruth;

/**
 * An annotated object that detections are compared with.
 *
 * @param classIndex index into the classes that are scored
 * @param area as annotated, in square pixels, which decides whether it counts as small, medium or large
 * @param crowd whether the box stands for many objects: never missed, and what is found within it is not wrong
 */
public record TrueObject(int classIndex, CocoBox box, double area, boolean crowd) {
    /** An object of a data set. */
    public static TrueObject of(GroundTruth object) {
        return new TrueObject(
                object.classIndex(),
                new CocoBox(object.x(), object.y(), object.width(), object.height()),
                object.area(),
                object.crowd());
    }

    /** How much of a detection agrees with this object, from 0 to 1, by COCO's measure. */
    double overlap(CocoBox detection) {
        return crowd ? detection.shareWithin(box) : detection.iou(box);
    }
}
