package io.falconet.evaluator.detect.yolo;

import java.util.List;

/**
 * One output of a detector with anchors.
 *
 * @param stride pixels a cell's side covers
 * @param width cells in a row
 * @param height rows
 * @param anchors that each cell predicts with, in pixels
 */
public record AnchorLevel(int stride, int width, int height, List<Anchor> anchors) {
    public AnchorLevel {
        anchors = List.copyOf(anchors);
    }

    /** How many cells there are. */
    public int cells() {
        return width * height;
    }
}
