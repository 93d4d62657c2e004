package io.falconet.evaluator.detect.yolo;

import io.falconet.evaluator.detect.Box;
import io.falconet.evaluator.detect.DetectionDecoder;
import io.falconet.evaluator.detect.NonMaximumSuppression;
import io.falconet.evaluator.detect.ScoredBox;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Reads objects from raw outputs, laid out as {@link AnchorGrid} says. A class's score is its sigmoid times that of the
 * objectness.
 *
 * @param grid of the outputs
 * @param width of the network's input, to which boxes are cut
 * @param height of the network's input
 * @param threshold scores at or below it are dropped
 * @param suppression of overlapping boxes
 */
public record YoloDecoder(AnchorGrid grid, int width, int height, float threshold, NonMaximumSuppression suppression)
        implements DetectionDecoder {
    /** The best boxes that are compared with each other; an untrained detector gives far more. */
    private static final int MOST_CANDIDATES = 30_000;

    @Override
    public List<ScoredBox> decode(float[][] outputs, int image) {
        List<ScoredBox> candidates = new ArrayList<>();
        for (int i = 0; i < outputs.length; i++) {
            AnchorLevel level = grid.levels().get(i);
            for (int anchor = 0; anchor < level.anchors().size(); anchor++) {
                for (int cell = 0; cell < level.cells(); cell++) {
                    addCandidates(candidates, outputs[i], level, image, anchor, cell);
                }
            }
        }
        if (candidates.size() > MOST_CANDIDATES) {
            candidates.sort(Comparator.comparing(ScoredBox::score, Comparator.reverseOrder()));
            candidates = candidates.subList(0, MOST_CANDIDATES);
        }
        return suppression.apply(candidates);
    }

    private void addCandidates(
            List<ScoredBox> into, float[] output, AnchorLevel level, int image, int anchor, int cell) {
        int first = grid.index(level, image, anchor, cell / level.width(), cell % level.width());
        int step = level.cells();
        double objectness = CrossEntropy.sigmoid(output[first + AnchorGrid.OBJECTNESS * step]);
        if (objectness <= threshold) {
            return;
        }
        Box box = null;
        for (int c = 0; c < grid.classes(); c++) {
            float logit = output[first + (AnchorGrid.FIRST_CLASS + c) * step];
            float score = (float) (objectness * CrossEntropy.sigmoid(logit));
            if (score > threshold) {
                box = box == null
                        ? box(new PredictedBox(output, first, grid.sides(), level, anchor), level, cell)
                        : box;
                into.add(new ScoredBox(c, score, box));
            }
        }
    }

    private Box box(PredictedBox predicted, AnchorLevel level, int cell) {
        double x = (predicted.box.x() + cell % level.width()) * level.stride();
        double y = (predicted.box.y() + cell / level.width()) * level.stride();
        double halfWidth = predicted.box.width() * level.stride() / 2;
        double halfHeight = predicted.box.height() * level.stride() / 2;
        return new Box((float) (x - halfWidth), (float) (y - halfHeight), (float) (x + halfWidth), (float)
                        (y + halfHeight))
                .within(width, height);
    }
}
