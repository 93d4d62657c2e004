package io.falconet.space.block;

import java.util.List;

/**
 * FCOS's outputs (Tian et al., 2019). Each level gives {@code classes + 5} channels: class logits, then the distances from
 * the cell's centre at {@code (x + 0.5) stride} to the left, top, right and bottom side of the box in pixels of the image
 * (the head's exponential is part of the network), then the logit of the centreness. With s the sigmoid a class's score is
 * {@code sqrt(s(class) s(centreness))}.
 *
 * @param classes kinds of object
 * @param strides of the levels, finest first
 */
public record FcosFormat(int classes, List<Integer> strides) implements DetectionFormat {
    /** The channels that are not classes: four distances and the centreness. */
    public static final int BOX_CHANNELS = 5;

    public FcosFormat {
        strides = List.copyOf(strides);
    }

    /** Channels of each output. */
    public int channels() {
        return classes + BOX_CHANNELS;
    }
}
