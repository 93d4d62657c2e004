package io.falconet.evaluator.detect.yolo;

/**
 * A width and height that a predicted box is scaled from; also any box of which only the size counts.
 *
 * @param width over 0, in pixels of the network's input
 * @param height over 0, in the same unit
 */
public record Anchor(double width, double height) {
    public Anchor {
        if (!(width > 0 && height > 0)) {
            throw new IllegalArgumentException(
                    "An anchor needs a width and height over 0, found %s x %s.".formatted(width, height));
        }
    }

    public double area() {
        return width * height;
    }

    /** Intersection over union of the two boxes about one centre, from 0 to 1. */
    public double iou(Anchor other) {
        double intersection = Math.min(width, other.width) * Math.min(height, other.height);
        return intersection / (area() + other.area() - intersection);
    }

    /** How alike the sides are: the smaller over the larger one, of the side that differs more. From 0 to 1. */
    public double sideRatio(Anchor other) {
        return Math.min(ratio(width, other.width), ratio(height, other.height));
    }

    private static double ratio(double one, double other) {
        return Math.min(one / other, other / one);
    }
}
