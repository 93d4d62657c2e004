package io.falconet.space.graph;

import java.util.List;

/**
 * One operator of a network. An operator is a value: it knows the rule by which its output's shape follows from its
 * inputs', the weights that it owns and the multiply-accumulates that it costs, and nothing of where it stands.
 *
 * <p>The family is closed: each back end implements {@link OpVisitor}, so that a new operator breaks the build until each
 * of them handles it.
 */
public sealed interface Op
        permits Input,
                Conv,
                TransposedConv,
                Linear,
                BatchNorm,
                GroupNorm,
                ChannelNorm,
                Activate,
                Scale,
                LearnedScale,
                LearnedOffset,
                Attention,
                Pool,
                GlobalPool,
                Resize,
                ResizeTo,
                Concat,
                Add,
                Multiply,
                Slice,
                Shuffle,
                SpaceToDepth {

    /**
     * The output's shape.
     *
     * @throws ShapeException if the operator cannot take these inputs
     */
    Shape shape(List<Shape> inputs);

    /** The tensors that the operator owns, given its inputs; most have none. */
    default List<Weight> weights(List<Shape> inputs) {
        return List.of();
    }

    /**
     * Multiply-accumulates for one image. Convolutions and fully connected layers alone count; biases, norms, activations, pooling, resizing and
     * element-wise products are free by the field's convention.
     */
    default long macs(List<Shape> inputs) {
        return 0;
    }

    /** Calls the visitor's method for this kind of operator. */
    <C, R> R accept(OpVisitor<C, R> visitor, C context);
}
