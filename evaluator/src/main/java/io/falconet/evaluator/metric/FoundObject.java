package io.falconet.evaluator.metric;

/**
 * A detection that is scored.
 *
 * @param classIndex index into the classes that are scored
 * @param score confidence, usually from 0 to 1
 */
public record FoundObject(int classIndex, double score, CocoBox box) {
    static FoundObject of(Detection detection) {
        double width = (double) detection.x2() - detection.x1();
        double height = (double) detection.y2() - detection.y1();
        return new FoundObject(
                detection.classIndex(), detection.score(), new CocoBox(detection.x1(), detection.y1(), width, height));
    }
}
