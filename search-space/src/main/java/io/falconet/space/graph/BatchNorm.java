package io.falconet.space.graph;

import java.util.List;

/**
 * Batch normalisation over each channel (Ioffe and Szegedy, 2015).
 *
 * @param epsilon added to the variance
 * @param momentum the share of a new batch in the running statistics
 */
public record BatchNorm(double epsilon, double momentum) implements Op {
    /** The field's default: epsilon 1e-5, momentum 0.1. */
    public static final BatchNorm STANDARD = new BatchNorm(1e-5, 0.1);

    @Override
    public Shape shape(List<Shape> inputs) {
        return Inputs.single(this, inputs);
    }

    @Override
    public List<Weight> weights(List<Shape> inputs) {
        List<Integer> channels = List.of(inputs.get(0).channels());
        return List.of(
                new Weight("weight", Weight.Role.GAIN, channels),
                new Weight("bias", Weight.Role.OFFSET, channels),
                new Weight("running_mean", Weight.Role.MEAN, channels),
                new Weight("running_var", Weight.Role.VARIANCE, channels));
    }

    @Override
    public <C, R> R accept(OpVisitor<C, R> visitor, C context) {
        return visitor.batchNorm(this, context);
    }
}
