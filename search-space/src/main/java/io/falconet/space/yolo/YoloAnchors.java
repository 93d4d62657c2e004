package io.falconet.space.yolo;

import io.falconet.space.block.AnchorFormat.Anchor;
import io.falconet.space.block.AnchorFormat.Level;
import io.falconet.space.block.yolo.AnchorHead;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The anchors of a list: given for each level, or only their number, to be found for the data at hand.
 *
 * @param perLevel how many anchors a level has
 * @param levels the anchors in pixels, finest level first; empty where only their number is given
 */
public record YoloAnchors(int perLevel, List<List<Anchor>> levels) {
    /** Those of YOLOv5, found on COCO at 640 pixels, for strides 8, 16 and 32. */
    public static final YoloAnchors COCO = of(List.of(
            List.of(10, 13, 16, 30, 33, 23), List.of(30, 61, 62, 45, 59, 119), List.of(116, 90, 156, 198, 373, 326)));

    public YoloAnchors {
        levels = levels.stream().map(List::copyOf).toList();
        for (List<Anchor> level : levels) {
            if (level.size() != perLevel) {
                throw new IllegalArgumentException(
                        "Each level needs %d anchors like the first, found %d.".formatted(perLevel, level.size()));
            }
        }
        if (perLevel < 1) {
            throw new IllegalArgumentException("A level needs at least one anchor, found " + perLevel + ".");
        }
    }

    /** Only the number of anchors a level. */
    public static YoloAnchors count(int perLevel) {
        return new YoloAnchors(perLevel, List.of());
    }

    /** Anchors from widths and heights in turn, a list for each level, finest first. */
    public static YoloAnchors of(List<? extends List<? extends Number>> levels) {
        List<List<Anchor>> anchors =
                levels.stream().map(sides -> Level.of(1, 2, sides).anchors()).toList();
        if (anchors.isEmpty()) {
            throw new IllegalArgumentException("Anchors are needed for at least one level, found none.");
        }
        return new YoloAnchors(anchors.get(0).size(), anchors);
    }

    /**
     * The head over levels of those strides. Where only the number of anchors is given, they start as squares of 1, 2, 4,
     * … strides; the published code starts from numbers without meaning and relies on finding better ones.
     *
     * @throws IllegalArgumentException if anchors are given for another number of levels
     */
    public AnchorHead head(List<Integer> strides) {
        if (levels.isEmpty()) {
            return new AnchorHead(strides.stream().map(this::squares).toList());
        }
        if (levels.size() != strides.size()) {
            throw new IllegalArgumentException(
                    "Anchors are expected for each of the %d levels that Detect reads, found %d. Maybe a line of anchors is missing or left over."
                            .formatted(strides.size(), levels.size()));
        }
        return new AnchorHead(levels);
    }

    private List<Anchor> squares(int stride) {
        return IntStream.range(0, perLevel)
                .mapToObj(i -> new Anchor(stride << i, stride << i))
                .toList();
    }
}
