package io.falconet.space.graph;

import java.util.List;

/**
 * Group normalisation (Wu and He, 2018): mean and variance are those of a group of channels of one image, in training and
 * inference alike.
 *
 * @param groups how many groups the channels form
 * @param epsilon added to the variance
 */
public record GroupNorm(int groups, double epsilon) implements Op {
    /** With the field's default epsilon, 1e-5. */
    public static GroupNorm of(int groups) {
        return new GroupNorm(groups, 1e-5);
    }

    @Override
    public Shape shape(List<Shape> inputs) {
        Shape in = Inputs.single(this, inputs);
        if (groups < 1 || in.channels() % groups != 0) {
            throw new ShapeException("%s needs channels divisible by its groups, found %s.".formatted(this, in));
        }
        return in;
    }

    @Override
    public List<Weight> weights(List<Shape> inputs) {
        List<Integer> channels = List.of(inputs.get(0).channels());
        return List.of(
                new Weight("weight", Weight.Role.GAIN, channels), new Weight("bias", Weight.Role.OFFSET, channels));
    }

    @Override
    public <C, R> R accept(OpVisitor<C, R> visitor, C context) {
        return visitor.groupNorm(this, context);
    }
}
