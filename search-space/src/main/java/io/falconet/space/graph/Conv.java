package io.falconet.space.graph;

import java.util.ArrayList;
import java.util.List;

/**
 * A two-dimensional convolution with a square kernel.
 *
 * @param channels output channels
 * @param kernel the kernel's side in cells
 * @param stride step between windows in cells
 * @param padding zeros added on each side in cells
 * @param groups channel groups that do not see each other; 1 is dense, the input's channels depthwise
 * @param bias whether a bias is learned
 */
public record Conv(int channels, int kernel, int stride, int padding, int groups, boolean bias) implements Op {
    public Conv {
        if (channels < 1 || kernel < 1 || stride < 1 || padding < 0 || groups < 1 || channels % groups != 0) {
            throw new IllegalArgumentException(
                    "A convolution needs positive channels, kernel and stride, and channels divisible by groups, found channels %d, kernel %d, stride %d, padding %d, groups %d."
                            .formatted(channels, kernel, stride, padding, groups));
        }
    }

    /** A dense convolution without bias that keeps the area at stride 1 (padding {@code kernel / 2}). */
    public static Conv dense(int channels, int kernel, int stride) {
        return new Conv(channels, kernel, stride, kernel / 2, 1, false);
    }

    /** A depthwise convolution without bias: a kernel a channel. */
    public static Conv depthwise(int channels, int kernel, int stride) {
        return new Conv(channels, kernel, stride, kernel / 2, channels, false);
    }

    /** A 1x1 convolution with bias and no norm, as laterals and predictions use. */
    public static Conv pointwiseWithBias(int channels) {
        return new Conv(channels, 1, 1, 0, 1, true);
    }

    @Override
    public Shape shape(List<Shape> inputs) {
        Shape in = Inputs.single(this, inputs);
        if (in.channels() % groups != 0) {
            throw new ShapeException(
                    "%s needs input channels divisible by its %d groups, found %s.".formatted(this, groups, in));
        }
        return new Shape(
                channels,
                Inputs.windows(this, in.height(), kernel, stride, 2 * padding),
                Inputs.windows(this, in.width(), kernel, stride, 2 * padding));
    }

    @Override
    public List<Weight> weights(List<Shape> inputs) {
        int fanIn = inputs.get(0).channels() / groups;
        List<Weight> weights = new ArrayList<>();
        weights.add(new Weight("weight", Weight.Role.KERNEL, List.of(channels, fanIn, kernel, kernel)));
        if (bias) {
            weights.add(new Weight("bias", Weight.Role.BIAS, List.of(channels)));
        }
        return weights;
    }

    @Override
    public long macs(List<Shape> inputs) {
        return shape(inputs).elements() * (inputs.get(0).channels() / groups) * kernel * kernel;
    }

    @Override
    public <C, R> R accept(OpVisitor<C, R> visitor, C context) {
        return visitor.conv(this, context);
    }
}
