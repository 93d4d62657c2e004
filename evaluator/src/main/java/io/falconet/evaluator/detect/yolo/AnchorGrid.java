package io.falconet.evaluator.detect.yolo;

import io.falconet.space.block.AnchorFormat;
import io.falconet.space.block.AnchorFormat.Sides;
import io.falconet.space.block.Detector;
import io.falconet.space.graph.Shape;
import java.util.ArrayList;
import java.util.List;

/**
 * How the raw outputs of a detector with anchors are laid out: a level's output is {@code images x (anchors (5 + classes)) x
 * rows x columns}. Each anchor has the logits of x, y, width and height, then of objectness, then of each class.
 *
 * <p>{@link AnchorFormat} says how a box follows from them: with YOLOv5, and s for the sigmoid, its centre lies {@code 2 s -
 * 0.5} cells from its cell's corner, and its sides are {@code (2 s)^2} times the anchor's.
 *
 * @param classes kinds of object
 * @param sides how the box's sides follow from the anchor's
 * @param levels finest first
 */
public record AnchorGrid(int classes, Sides sides, List<AnchorLevel> levels) {
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

    /** A grid of YOLOv5. */
    public AnchorGrid(int classes, List<AnchorLevel> levels) {
        this(classes, Sides.SQUARED, levels);
    }

    /** The grid of a detector's outputs. */
    public static AnchorGrid of(Detector detector, AnchorFormat format) {
        List<AnchorLevel> levels = new ArrayList<>();
        for (int i = 0; i < format.levels().size(); i++) {
            AnchorFormat.Level level = format.levels().get(i);
            Shape shape = detector.network().outputShapes().get(i);
            levels.add(new AnchorLevel(level.stride(), shape.width(), shape.height(), level.reach(), anchors(level)));
        }
        return new AnchorGrid(format.classes(), format.sides(), levels);
    }

    /** The anchors of a format's level. */
    static List<Anchor> anchors(AnchorFormat.Level level) {
        return level.anchors().stream()
                .map(anchor -> new Anchor(anchor.width(), anchor.height()))
                .toList();
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
