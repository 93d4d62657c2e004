package io.falconet.space.graph;

import java.util.List;

/**
 * Layer normalisation (Ba et al., 2016) as transformers use it: mean and variance are those of one cell's channels.
 *
 * @param epsilon added to the variance
 */
public record ChannelNorm(double epsilon) implements Op {
    /** The field's default: epsilon 1e-5. */
    public static final ChannelNorm STANDARD = new ChannelNorm(1e-5);

    @Override
    public Shape shape(List<Shape> inputs) {
        return Inputs.single(this, inputs);
    }

    @Override
    public List<Weight> weights(List<Shape> inputs) {
        List<Integer> channels = List.of(inputs.get(0).channels());
        return List.of(
                new Weight("weight", Weight.Role.GAIN, channels), new Weight("bias", Weight.Role.OFFSET, channels));
    }

    @Override
    public <C, R> R accept(OpVisitor<C, R> visitor, C context) {
        return visitor.channelNorm(this, context);
    }
}
