package io.falconet.space.block;

import java.util.List;

/**
 * Generalised focal loss outputs (Li et al., 2020), as NanoDet has them. Each level gives {@code classes + 4 (regMax + 1)}
 * channels: class logits first, then for left, top, right and bottom the logits of a distribution over the distances 0 …
 * regMax, counted in strides from the cell's prior at {@code (x + prior) stride, (y + prior) stride}.
 *
 * @param classes kinds of object
 * @param regMax the largest distance in strides
 * @param strides of the levels, finest first
 * @param prior where in a cell the distances start, in strides from its upper left corner: {@link #CENTRE} in NanoDet,
 *     {@link #CORNER} in NanoDet-Plus
 */
public record GflFormat(int classes, int regMax, List<Integer> strides, double prior) implements DetectionFormat {
    /** Distances start at the middle of a cell. */
    public static final double CENTRE = 0.5;

    /** Distances start at the upper left corner of a cell. */
    public static final double CORNER = 0;

    public GflFormat {
        strides = List.copyOf(strides);
    }

    /** Distances from the cells' centres. */
    public GflFormat(int classes, int regMax, List<Integer> strides) {
        this(classes, regMax, strides, CENTRE);
    }

    /** Channels of each output. */
    public int channels() {
        return classes + 4 * (regMax + 1);
    }

    @Override
    public String reading() {
        return prior == CENTRE ? "" : "prior " + prior;
    }
}
