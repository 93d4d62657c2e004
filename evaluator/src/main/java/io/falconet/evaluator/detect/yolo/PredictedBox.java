package io.falconet.evaluator.detect.yolo;

import io.falconet.space.block.AnchorFormat.Sides;

/** The box that an anchor of a cell predicts. */
final class PredictedBox {
    /** From the cell's corner, in cells. */
    final CenteredBox box;

    private final double[] slopes = new double[4];
    private final int first;
    private final int step;

    /**
     * @param first where the anchor's first logit lies in the output
     */
    PredictedBox(float[] output, int first, Sides sides, AnchorLevel level, int anchor) {
        this.first = first;
        step = level.cells();
        Anchor size = level.anchors().get(anchor);
        box = new CenteredBox(
                center(output, 0, level.reach()),
                center(output, 1, level.reach()),
                side(output, 2, sides, size.width() / level.stride()),
                side(output, 3, sides, size.height() / level.stride()));
    }

    private double center(float[] output, int part, double reach) {
        double score = CrossEntropy.sigmoid(output[first + part * step]);
        slopes[part] = reach * score * (1 - score);
        return reach * score - (reach - 1) / 2;
    }

    private double side(float[] output, int part, Sides sides, double anchor) {
        float logit = output[first + part * step];
        switch (sides) {
            case EXPONENTIAL -> {
                double length = Math.exp(logit) * anchor;
                slopes[part] = length;
                return length;
            }
            case SQUARED -> {
                double score = CrossEntropy.sigmoid(logit);
                slopes[part] = 8 * score * anchor * score * (1 - score);
                return 4 * score * score * anchor;
            }
        }
        throw new IllegalArgumentException("No sides are known as " + sides + ".");
    }

    /** Adds derivatives by the logits, given those by x, y, width and height of the box. */
    void addGradient(float[] gradient, double[] byBox, double factor) {
        for (int i = 0; i < slopes.length; i++) {
            gradient[first + i * step] += (float) (factor * byBox[i] * slopes[i]);
        }
    }
}
