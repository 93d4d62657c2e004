package io.falconet.evaluator.detect.yolo;

/**
 * Two boxes, seen along one axis.
 *
 * @param center of the prediction
 * @param size of the prediction
 * @param objectCenter of the object
 * @param objectSize of the object
 */
record Axis(double center, double size, double objectCenter, double objectSize) {
    private double start() {
        return center - size / 2;
    }

    private double end() {
        return center + size / 2;
    }

    private double objectStart() {
        return objectCenter - objectSize / 2;
    }

    private double objectEnd() {
        return objectCenter + objectSize / 2;
    }

    /** Whether the prediction starts within the object, or after it. */
    boolean startsAfter() {
        return start() > objectStart();
    }

    /** Whether the prediction ends within the object, or before it. */
    boolean endsBefore() {
        return end() < objectEnd();
    }

    /** What both share. */
    double overlap() {
        return Math.max(0, Math.min(end(), objectEnd()) - Math.max(start(), objectStart()));
    }

    /** What both span. */
    double hull() {
        return Math.max(end(), objectEnd()) - Math.min(start(), objectStart());
    }

    /** From the prediction's centre to the object's. */
    double offset() {
        return objectCenter - center;
    }
}
