package io.falconet.space.block;

/**
 * A kind of block as stages and trees repeat it: the same recipe at any width, at step 1 or 2.
 *
 * <pre>{@code
 * StageUnit unit = (channels, stride) -> new ShuffleNetV2Unit(channels, 3, stride, Activation.LEAKY_RELU);
 * Block stage = new Stage(unit, 116, 4, 2);
 * Block tree = new DlaTree(unit, 116, 2, 2, true, false, Activation.LEAKY_RELU);
 * }</pre>
 */
@FunctionalInterface
public interface StageUnit {
    /**
     * The block of that width and step.
     *
     * @param channels output channels
     * @param stride 1 keeps the area, 2 halves its sides
     */
    Block block(int channels, int stride);
}
