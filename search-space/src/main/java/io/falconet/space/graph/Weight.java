package io.falconet.space.graph;

import java.util.List;

/**
 * A tensor of a node. Its full name, under which every export finds it, is {@code owner.name}.
 *
 * @param name the tensor's name within its node, such as {@code weight}
 * @param role what the tensor does, from which initialisation and weight decay follow
 * @param dimensions its size along each axis, outermost first; a convolution's are output channels, input channels of a
 *     group, rows, columns
 */
public record Weight(String name, Role role, List<Integer> dimensions) {
    /** What a tensor does in its operator. */
    public enum Role {
        /** A convolution's kernel. */
        KERNEL,
        /** A kernel that interpolates: set once, never learned. */
        INTERPOLATION,
        /** A convolution's bias. */
        BIAS,
        /** Batch norm's learned scale. */
        GAIN,
        /** Batch norm's learned offset. */
        OFFSET,
        /** Batch norm's running mean: follows the data, not the gradient. */
        MEAN,
        /** Batch norm's running variance: follows the data, not the gradient. */
        VARIANCE
    }

    public Weight {
        dimensions = List.copyOf(dimensions);
    }

    /** How many values the tensor holds. */
    public long size() {
        return dimensions.stream().mapToLong(Integer::longValue).reduce(1, Math::multiplyExact);
    }

    /** Whether the tensor is learned by gradient. */
    public boolean trainable() {
        return role != Role.MEAN && role != Role.VARIANCE && role != Role.INTERPOLATION;
    }
}
