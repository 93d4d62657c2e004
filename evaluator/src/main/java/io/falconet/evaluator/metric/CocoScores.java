package io.falconet.evaluator.metric;

import java.util.List;

/**
 * Everything that COCO's evaluation tells.
 *
 * @param figures means over the classes that have objects
 * @param classes by class index
 */
public record CocoScores(CocoFigures figures, List<ClassFigures> classes) {
    public CocoScores {
        classes = List.copyOf(classes);
    }

    /** Detections of all classes, at any score and in any number an image. */
    public long detections() {
        return classes.stream().mapToLong(ClassFigures::detections).sum();
    }
}
