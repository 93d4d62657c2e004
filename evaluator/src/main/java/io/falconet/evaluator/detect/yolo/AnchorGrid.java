package io.falconet.evaluator.detect.yolo;

import java.util.List;

/**
 * How the raw outputs of a detector with anchors are laid out: a level's output is {@code images x (anchors (5 + classes)) x
 * rows x columns}. Each anchor has the logits of x, y, width and height, then of objectness, then of each class.
 *
 * <p>With s for the sigmoid, a box's centre lies {@code 2 s - 0.5} cells from its cell's corner, and its sides are
 * {@code (2 s)^2} times the anchor's.
 *
 * @param classes kinds of object
 * @param levels finest first
 */
public record AnchorGrid(int classes, List<AnchorLevel> levels) {
    static final int OBJECTNESS = 4;
    static final int FIRST_CLASS = 5;

    /** YOLOv5's anchors for strides 8, 16 and 32, as found on COCO at 640 pixels. */
    public static final List<List<Anchor>> COCO_ANCHORS = List.of(
            List.of(new Anchor(10, 13), new Anchor(16, 30), new Anchor(33, 23)),
            List.of(new Anchor(30, 61), new Anchor(62, 45), new Anchor(59, 119)),
            List.of(new Anchor(116, 90), new Anchor(156, 198), new Anchor(373, 326)));

    public AnchorGrid {
        levels = List.copyOf(levels);
    }

    /** Channels of each anchor. */
    public int channels() {
        return FIRST_CLASS + classes;
    }

    /** How many numbers the output of a level has for one image. */
    public int values(AnchorLevel level) {
        return level.anchors().size() * channels() * level.cells();
    }

    /** Where the first logit of an anchor lies in a level's output; those of the cell follow in steps of all cells. */
    int index(AnchorLevel level, int image, int anchor, int row, int column) {
        return image * values(level) + anchor * channels() * level.cells() + row * level.width() + column;
    }
}
