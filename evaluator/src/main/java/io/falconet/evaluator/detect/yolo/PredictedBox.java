package io.falconet.evaluator.detect.yolo;

/** The box that an anchor of a cell predicts. */
final class PredictedBox {
    /** From the cell's corner, in cells. */
    final CenteredBox box;

    private final double[] scores = new double[4];
    private final double width;
    private final double height;
    private final int first;
    private final int step;

    /**
     * @param first where the anchor's first logit lies in the output
     */
    PredictedBox(float[] output, int first, AnchorLevel level, int anchor) {
        this.first = first;
        step = level.cells();
        for (int i = 0; i < scores.length; i++) {
            scores[i] = CrossEntropy.sigmoid(output[first + i * step]);
        }
        width = level.anchors().get(anchor).width() / level.stride();
        height = level.anchors().get(anchor).height() / level.stride();
        box = new CenteredBox(
                2 * scores[0] - 0.5,
                2 * scores[1] - 0.5,
                4 * scores[2] * scores[2] * width,
                4 * scores[3] * scores[3] * height);
    }

    /** Adds derivatives by the logits, given those by x, y, width and height of the box. */
    void addGradient(float[] gradient, double[] byBox, double factor) {
        double[] byScore = {2, 2, 8 * scores[2] * width, 8 * scores[3] * height};
        for (int i = 0; i < scores.length; i++) {
            double slope = byScore[i] * scores[i] * (1 - scores[i]);
            gradient[first + i * step] += (float) (factor * byBox[i] * slope);
        }
    }
}
