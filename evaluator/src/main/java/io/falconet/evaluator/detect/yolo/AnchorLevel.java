package io.falconet.evaluator.detect.yolo;

import java.util.List;

/**
 * One output of a detector with anchors.
 *
 * @param stride pixels a cell's side covers
 * @param width cells in a row
 * @param height rows
 * @param reach over how many cells a centre may move: 1 is its own cell alone, 2 half a cell further on each side
 * @param anchors that each cell predicts with, in pixels
 */
public record AnchorLevel(int stride, int width, int height, double reach, List<Anchor> anchors) {
    /** From this reach on the neighbours of the centre's cell can predict an object too. */
    private static final double NEIGHBOURS = 2;

    public AnchorLevel {
        anchors = List.copyOf(anchors);
    }

    /** A level of YOLOv5, whose centres reach half a cell beyond their own. */
    public AnchorLevel(int stride, int width, int height, List<Anchor> anchors) {
        this(stride, width, height, NEIGHBOURS, anchors);
    }

    /** How many cells there are. */
    public int cells() {
        return width * height;
    }

    /** Whether a cell can predict an object whose centre lies half a cell away from it. */
    boolean reachesNeighbours() {
        return reach >= NEIGHBOURS;
    }
}
