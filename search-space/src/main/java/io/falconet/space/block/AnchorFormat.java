package io.falconet.space.block;

import java.util.ArrayList;
import java.util.List;

/**
 * Boxes as corrections of anchors, as YOLO has them since its second version (Redmon and Farhadi, 2017). A level gives,
 * for each of its anchors in turn, {@code 5 + classes} channels, all logits: x, y, width, height, objectness, then one for
 * each class.
 *
 * <p>With s the sigmoid and a cell at (column, row), a box has its centre at {@code (reach s(x) - (reach - 1) / 2 + column)
 * stride}, and so for y and the row. A class's score is {@code s(objectness) s(class)}. The sides follow from the anchor's by
 * {@link Sides}.
 *
 * @param classes kinds of object
 * @param sides how the box's sides follow from the anchor's
 * @param levels finest first
 */
public record AnchorFormat(int classes, Sides sides, List<Level> levels) implements DetectionFormat {
    /** How a box's sides follow from its anchor's. */
    public enum Sides {
        /** {@code e^w} times the anchor's: darknet's. */
        EXPONENTIAL,
        /** {@code (2 s(w))^2} times the anchor's, so at most four times: Scaled-YOLOv4's and YOLOv5's. */
        SQUARED
    }

    /**
     * A typical object's size in pixels of the image that the network reads.
     *
     * @param width in pixels
     * @param height in pixels
     */
    public record Anchor(double width, double height) {}

    /**
     * What one output is about.
     *
     * @param stride how many pixels one cell covers along a side
     * @param reach over how many cells a centre may move: 1 is its own cell alone, 2 half a cell further on each side;
     *     darknet's {@code scale_x_y}
     * @param anchors in the order of the channels
     */
    public record Level(int stride, double reach, List<Anchor> anchors) {
        public Level {
            anchors = List.copyOf(anchors);
        }

        private Level scaled(double factor) {
            return new Level(
                    stride,
                    reach,
                    anchors.stream()
                            .map(anchor -> new Anchor(anchor.width() * factor, anchor.height() * factor))
                            .toList());
        }

        /** A level whose anchors are given as widths and heights in turn, in pixels. */
        public static Level of(int stride, double reach, List<? extends Number> sizes) {
            if (sizes.isEmpty() || sizes.size() % 2 != 0) {
                throw new IllegalArgumentException(
                        "Anchors are widths and heights in turn, found " + sizes.size() + " numbers.");
            }
            List<Anchor> anchors = new ArrayList<>();
            for (int i = 0; i < sizes.size(); i += 2) {
                anchors.add(
                        new Anchor(sizes.get(i).doubleValue(), sizes.get(i + 1).doubleValue()));
            }
            return new Level(stride, reach, anchors);
        }
    }

    public AnchorFormat {
        levels = List.copyOf(levels);
    }

    /** YOLOv5's format: squared sides, and centres that reach half a cell beyond their own. */
    public static AnchorFormat yolov5(
            int classes, List<Integer> strides, List<? extends List<? extends Number>> anchors) {
        if (strides.size() != anchors.size()) {
            throw new IllegalArgumentException("Each level has its anchors, found strides %s and %d rows of anchors."
                    .formatted(strides, anchors.size()));
        }
        List<Level> levels = new ArrayList<>();
        for (int i = 0; i < strides.size(); i++) {
            levels.add(Level.of(strides.get(i), 2, anchors.get(i)));
        }
        return new AnchorFormat(classes, Sides.SQUARED, levels);
    }

    /** The same for objects that many times as large. */
    public AnchorFormat scaled(double factor) {
        return new AnchorFormat(
                classes,
                sides,
                levels.stream().map(level -> level.scaled(factor)).toList());
    }

    @Override
    public List<Integer> strides() {
        return levels.stream().map(Level::stride).toList();
    }

    /** Channels of each anchor. */
    public int channelsOfAnchor() {
        return 5 + classes;
    }

    /** Channels of a level's output. */
    public int channels(Level level) {
        return level.anchors().size() * channelsOfAnchor();
    }

    @Override
    public String reading() {
        return sides + " " + levels;
    }
}
