package io.falconet.evaluator.detect.gfl;

import io.falconet.evaluator.detect.Box;
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
        GflFormat format, CellGrid grid, int width, int height, float threshold, NonMaximumSuppression suppression) {
    /** NanoDet's least score. */
    public static final float STANDARD_THRESHOLD = 0.05f;

    /** The best boxes that are compared with each other; an untrained detector gives far more. */
    private static final int MOST_CANDIDATES = 1000;

    /** The objects of one image of a batch, best first. */
    public List<ScoredBox> decode(float[][] outputs, int image) {
        List<ScoredBox> candidates = new ArrayList<>();
        for (int level = 0; level < outputs.length; level++) {
            addCandidates(candidates, outputs[level], grid.levels().get(level), image);
        }
        if (candidates.size() > MOST_CANDIDATES) {
            candidates.sort(Comparator.comparing(ScoredBox::score, Comparator.reverseOrder()));
            candidates = candidates.subList(0, MOST_CANDIDATES);
        }
        return suppression.apply(candidates);
    }

    private void addCandidates(List<ScoredBox> into, float[] output, CellGrid.Level level, int image) {
        int area = level.cells();
        int start = image * format.channels() * area;
        float leastLogit = (float) Math.log(threshold / (1 - threshold));
        for (int cell = 0; cell < area; cell++) {
            Box box = null;
            for (int c = 0; c < format.classes(); c++) {
                float logit = output[start + c * area + cell];
                if (logit > leastLogit) {
                    box = box == null ? box(output, level, start, cell) : box;
                    into.add(new ScoredBox(c, QualityFocal.sigmoid(logit), box));
                }
            }
        }
    }

    private Box box(float[] output, CellGrid.Level level, int start, int cell) {
        float[] distances = new float[4];
        int bins = format.regMax() + 1;
        for (int side = 0; side < 4; side++) {
            int offset = start + (format.classes() + side * bins) * level.cells() + cell;
            distances[side] = new DistanceDistribution(output, offset, level.cells(), bins).mean * level.stride();
        }
        float x = level.centerX(cell);
        float y = level.centerY(cell);
        return new Box(x - distances[0], y - distances[1], x + distances[2], y + distances[3]).within(width, height);
    }
}
