package io.falconet.evaluator.detect;

/**
 * A rectangle in pixels of the network's input, or in any other unit that both boxes of a comparison share.
 *
 * @param x1 left edge
 * @param y1 top edge
 * @param x2 right edge, not left of {@code x1}
 * @param y2 bottom edge, not above {@code y1}
 */
public record Box(float x1, float y1, float x2, float y2) {
    private static final float TINY = 1e-6f;

    public float area() {
        return (x2 - x1) * (y2 - y1);
    }

    public float centerX() {
        return (x1 + x2) / 2;
    }

    public float centerY() {
        return (y1 + y2) / 2;
    }

    /** The area that both cover. */
    public float intersection(Box other) {
        float width = Math.min(x2, other.x2) - Math.max(x1, other.x1);
        float height = Math.min(y2, other.y2) - Math.max(y1, other.y1);
        return width <= 0 || height <= 0 ? 0 : width * height;
    }

    /** Intersection over union, from 0 to 1. */
    public float iou(Box other) {
        float intersection = intersection(other);
        return intersection == 0 ? 0 : intersection / Math.max(area() + other.area() - intersection, TINY);
    }

    /** The smallest box around both. */
    public Box around(Box other) {
        return new Box(Math.min(x1, other.x1), Math.min(y1, other.y1), Math.max(x2, other.x2), Math.max(y2, other.y2));
    }

    /** The same elsewhere. */
    public Box moved(float right, float down) {
        return new Box(x1 + right, y1 + down, x2 + right, y2 + down);
    }

    /** The same so many times as large, and as far from the origin. */
    public Box scaled(float factor) {
        return new Box(x1 * factor, y1 * factor, x2 * factor, y2 * factor);
    }

    /** The part within a width and height from the origin. */
    public Box within(float width, float height) {
        return new Box(
                Math.max(0, Math.min(x1, width)),
                Math.max(0, Math.min(y1, height)),
                Math.max(0, Math.min(x2, width)),
                Math.max(0, Math.min(y2, height)));
    }
}
