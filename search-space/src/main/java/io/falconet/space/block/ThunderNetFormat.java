package io.falconet.space.block;

import io.falconet.space.graph.Network;
import java.util.List;
import java.util.Optional;

/**
 * ThunderNet's outputs (Qin et al., 2019), in its published code's layout. The network gives five maps of one stride: the
 * enhanced context, the features of the proposals, their scores, their boxes, and the context under spatial attention.
 *
 * <p>Scores have two channels an anchor: all anchors' logits for background first, then all anchors' for an object. Boxes
 * have four channels an anchor (x, y, width, height): corrections {@code (dx, dy, dw, dh)} by which an anchor of centre
 * (x, y) and sides (w, h) becomes a box of centre {@code (x + dx w, y + dy h)} and sides {@code (w e^dw, h e^dh)}.
 *
 * <p>Out of the attended map each proposal takes {@value #BINS} times {@value #BINS} bins of {@value #CHANNELS} channels;
 * bin (row, column) of channel c is read from the map's channel {@code (c BINS + row) BINS + column}, as the largest of
 * 2x2 bilinear samples. That row of values goes into the second stage, which scores the background and each class and
 * corrects the box, once for each of these or, class-agnostic, once for all.
 *
 * @param classes kinds of object; the second stage's first score is the background's
 * @param stride pixels that a cell covers along a side
 * @param agnostic whether one correction serves all classes
 * @param regions the second stage, {@value #CHANNELS} {@value #BINS} {@value #BINS} channels of a column of regions: a row
 *     of the map is a region
 */
public record ThunderNetFormat(int classes, int stride, boolean agnostic, Network regions) implements DetectionFormat {
    /** Bins along each side of a region. */
    public static final int BINS = 7;

    /** Channels of each bin. */
    public static final int CHANNELS = 5;

    /** Sides of the square anchors before their ratio, in units of {@link #ANCHOR_BASE}. */
    public static final List<Integer> ANCHOR_SCALES = List.of(2, 4, 8, 16, 32);

    /** Height divided by width of the anchors. */
    public static final List<Double> ANCHOR_RATIOS = List.of(0.5, 0.75, 1.0, 4.0 / 3, 2.0);

    /** Pixels to which the anchors' scales refer. */
    public static final int ANCHOR_BASE = 16;

    /** Anchors of each cell: ratios in the outer order, scales in the inner. */
    public static final int ANCHORS = ANCHOR_SCALES.size() * ANCHOR_RATIOS.size();

    /** How many channels a region's bins have together, and with them the map that they are read from. */
    public static final int MAP_CHANNELS = CHANNELS * BINS * BINS;

    private static final int OUTPUTS = 5;

    @Override
    public List<Integer> strides() {
        return List.of(stride);
    }

    @Override
    public int outputs() {
        return OUTPUTS;
    }

    @Override
    public Optional<Network> secondStage() {
        return Optional.of(regions);
    }
}
