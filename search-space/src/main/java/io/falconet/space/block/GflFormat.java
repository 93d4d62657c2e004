package io.falconet.space.block;

import java.util.List;

/**
 * Generalised focal loss outputs (Li et al., 2020), as NanoDet has them. Each level gives {@code classes + 4 (regMax + 1)}
 * channels: class logits first, then for left, top, right and bottom the logits of a distribution over the distances 0 …
 * regMax, counted in strides from the cell's centre at {@code (x + 0.5) stride}.
 *
 * @param classes kinds of object
 * @param regMax the largest distance in strides
 * @param strides of the levels, finest first
 */
public record GflFormat(int classes, int regMax, List<Integer> strides) implements DetectionFormat {
    public GflFormat {
        strides = List.copyOf(strides);
    }

    /** Channels of each output. */
    public int channels() {
        return classes + 4 * (regMax + 1);
    }
}
