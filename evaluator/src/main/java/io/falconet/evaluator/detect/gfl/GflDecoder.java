package io.falconet.evaluator.detect.gfl;

import io.falconet.evaluator.detect.Box;
import io.falconet.evaluator.detect.DetectionDecoder;
import io.falconet.evaluator.detect.NonMaximumSuppression;
import io.falconet.evaluator.detect.ScoredBox;
import io.falconet.space.block.GflFormat;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Reads objects from raw outputs: the sigmoid of each class logit is a score, the mean of each distance's distribution,
 * times the stride, is how far an edge lies from the cell's centre.
 *
 * @param format of the outputs
 * @param grid of the outputs
 * @param width of the network's input, to which boxes are cut
 * @param height of the network's input
 * @param threshold scores at or below it are dropped
 * @param suppression of overlapping boxes
 */
public record GflDecoder(
        GflFormat format, CellGrid grid, int width, int height, float threshold, NonMaximumSuppression suppression)
        implements DetectionDecoder {
    /** NanoDet's least score. */
    public static final float STANDARD_THRESHOLD = 0.05f;

    /** The best boxes that are compared with each other; an untrained detector gives far more. */
    private static final int MOST_CANDIDATES = 1000;

    @Override
    public List<ScoredBox> decode(float[][] outputs, int image) {
        GflOutputs read = new GflOutputs(format, grid, outputs);
        List<ScoredBox> candidates = new ArrayList<>();
        for (int cell = 0; cell < grid.cells(); cell++) {
            addCandidates(candidates, read, image, cell);
        }
        if (candidates.size() > MOST_CANDIDATES) {
            candidates.sort(Comparator.comparing(ScoredBox::score, Comparator.reverseOrder()));
            candidates = candidates.subList(0, MOST_CANDIDATES);
        }
        return suppression.apply(candidates);
    }

    private void addCandidates(List<ScoredBox> into, GflOutputs outputs, int image, int cell) {
        float leastLogit = (float) Math.log(threshold / (1 - threshold));
        Box box = null;
        for (int c = 0; c < format.classes(); c++) {
            float logit = outputs.logit(image, cell, c);
            if (logit > leastLogit) {
                box = box == null ? outputs.box(image, cell).within(width, height) : box;
                into.add(new ScoredBox(c, QualityFocal.sigmoid(logit), box));
            }
        }
    }
}
