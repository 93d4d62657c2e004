package io.falconet.space.graph;

import java.util.ArrayList;
import java.util.List;

/**
 * A two-dimensional transposed convolution with a square kernel: each input cell paints its kernel onto the output, whose
 * sides are {@code (side - 1) stride - 2 padding + kernel}.
 *
 * @param channels output channels
 * @param kernel the kernel's side in cells
 * @param stride step between the painted kernels in cells
 * @param padding cells cut off on each side
 * @param groups channel groups that do not see each other
 * @param bias whether a bias is learned
 * @param fixed whether the kernel is not learned but interpolates, and stays as it is
 */
public record TransposedConv(int channels, int kernel, int stride, int padding, int groups, boolean bias, boolean fixed)
        implements Op {
    /** A transposed convolution that learns its kernel. */
    public TransposedConv(int channels, int kernel, int stride, int padding, int groups, boolean bias) {
        this(channels, kernel, stride, padding, groups, bias, false);
    }

    public TransposedConv {
        if (channels < 1 || kernel < 1 || stride < 1 || padding < 0 || groups < 1 || channels % groups != 0) {
            throw new IllegalArgumentException(
                    "A transposed convolution needs positive channels, kernel and stride, and channels divisible by groups, found channels %d, kernel %d, stride %d, padding %d, groups %d."
                            .formatted(channels, kernel, stride, padding, groups));
        }
    }

    /**
     * A kernel a channel that enlarges the area by a whole factor, without bias: what deep layer aggregation starts as
     * bilinear interpolation (Yu et al., 2018).
     *
     * @param factor even, or 1
     */
    public static TransposedConv enlarge(int channels, int factor) {
        return new TransposedConv(channels, 2 * factor, factor, factor / 2, channels, false);
    }

    /** The same enlargement with a bilinear kernel that is not learned. */
    public static TransposedConv interpolate(int channels, int factor) {
        return new TransposedConv(channels, 2 * factor, factor, factor / 2, channels, false, true);
    }

    @Override
    public Shape shape(List<Shape> inputs) {
        Shape in = Inputs.single(this, inputs);
        if (in.channels() % groups != 0) {
            throw new ShapeException(
                    "%s needs input channels divisible by its %d groups, found %s.".formatted(this, groups, in));
        }
        return new Shape(channels, painted(in.height()), painted(in.width()));
    }

    private int painted(int length) {
        int painted = (length - 1) * stride - 2 * padding + kernel;
        if (painted < 1) {
            throw new ShapeException("%s cuts off all of %d cells.".formatted(this, length));
        }
        return painted;
    }

    @Override
    public List<Weight> weights(List<Shape> inputs) {
        List<Weight> weights = new ArrayList<>();
        Weight.Role role = fixed ? Weight.Role.INTERPOLATION : Weight.Role.KERNEL;
        weights.add(new Weight("weight", role, List.of(inputs.get(0).channels(), channels / groups, kernel, kernel)));
        if (bias) {
            weights.add(new Weight("bias", Weight.Role.BIAS, List.of(channels)));
        }
        return weights;
    }

    @Override
    public long macs(List<Shape> inputs) {
        return inputs.get(0).elements() * (channels / groups) * kernel * kernel;
    }

    @Override
    public <C, R> R accept(OpVisitor<C, R> visitor, C context) {
        return visitor.transposedConv(this, context);
    }
}
