package io.falconet.evaluator.detect.gfl;

import io.falconet.evaluator.detect.Box;
import io.falconet.space.block.GflFormat;

/** A cell that is to predict an object: what it predicts, and how far that is off. Distances count in strides. */
final class PositiveCell {
    final int level;
    final int image;
    /** Where the logit of the object's class lies in the level's output. */
    final int classLogit;
    /** The cell's best class score: how much its box counts. */
    final float weight;
    /** Intersection over union of the predicted box and the object: what the class score is to be. */
    final float quality;

    private final int area;
    private final int[] distanceLogits = new int[4];
    private final DistanceDistribution[] distances = new DistanceDistribution[4];
    private final float[] targets = new float[4];
    private final BoxLoss boxLoss;

    PositiveCell(GflFormat format, CellGrid grid, int cell, int image, float[][] outputs, int classIndex, Box object) {
        this.image = image;
        level = grid.levelOf(cell);
        CellGrid.Level geometry = grid.levels().get(level);
        area = geometry.cells();
        float[] output = outputs[level];
        int place = cell - geometry.first();
        int start = image * format.channels() * area + place;
        classLogit = start + classIndex * area;
        weight = bestScore(output, start, format.classes());
        float stride = geometry.stride();
        float x = geometry.pointX(place) / stride;
        float y = geometry.pointY(place) / stride;
        Box truth = new Box(object.x1() / stride, object.y1() / stride, object.x2() / stride, object.y2() / stride);
        float[] wanted = {x - truth.x1(), y - truth.y1(), truth.x2() - x, truth.y2() - y};
        for (int side = 0; side < 4; side++) {
            distanceLogits[side] = start + (format.classes() + side * (format.regMax() + 1)) * area;
            distances[side] = new DistanceDistribution(output, distanceLogits[side], area, format.regMax() + 1);
            targets[side] = distances[side].learnable(wanted[side]);
        }
        Box predicted = new Box(
                x - distances[0].mean(), y - distances[1].mean(), x + distances[2].mean(), y + distances[3].mean());
        quality = predicted.iou(truth);
        boxLoss = new BoxLoss(predicted, truth);
    }

    private float bestScore(float[] output, int start, int classes) {
        float best = Float.NEGATIVE_INFINITY;
        for (int c = 0; c < classes; c++) {
            best = Math.max(best, output[start + c * area]);
        }
        return QualityFocal.sigmoid(best);
    }

    /** One minus generalised intersection over union. */
    float boxLoss() {
        return 1 - boxLoss.giou();
    }

    /** Mean of the four distances' focal losses. */
    float distanceLoss() {
        float sum = 0;
        for (int side = 0; side < 4; side++) {
            sum += distances[side].focalLoss(targets[side]);
        }
        return sum / 4;
    }

    /** Adds the derivatives by the distances' logits, given the factors of the two losses. */
    void addGradient(float[] gradient, float boxFactor, float distanceFactor) {
        for (int side = 0; side < 4; side++) {
            float outward = side < 2 ? -1 : 1;
            float byMean = -boxFactor * outward * boxLoss.gradient[side];
            distances[side].addGradient(
                    gradient, distanceLogits[side], area, byMean, distanceFactor / 4, targets[side]);
        }
    }
}
