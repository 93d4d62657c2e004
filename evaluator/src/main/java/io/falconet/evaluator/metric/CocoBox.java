package io.falconet.evaluator.metric;

/**
 * A rectangle as COCO files write it, in pixels of the original image. In double precision, so that an overlap that lies
 * exactly on a threshold falls on the same side as with the COCO project's evaluator.
 *
 * @param x left edge
 * @param y top edge
 * @param width not under 0
 * @param height not under 0
 */
public record CocoBox(double x, double y, double width, double height) {
    /** In square pixels. */
    public double area() {
        return width * height;
    }

    /** Intersection over union with an object's box. */
    double iou(CocoBox object) {
        double intersection = intersection(object);
        return intersection == 0 ? 0 : intersection / (area() + object.area() - intersection);
    }

    /** The part of this box that lies within another, as overlaps with crowds are measured. */
    double shareWithin(CocoBox crowd) {
        double intersection = intersection(crowd);
        return intersection == 0 ? 0 : intersection / area();
    }

    private double intersection(CocoBox other) {
        double wide = Math.min(x + width, other.x + other.width) - Math.max(x, other.x);
        double high = Math.min(y + height, other.y + other.height) - Math.max(y, other.y);
        return wide <= 0 || high <= 0 ? 0 : wide * high;
    }
}
