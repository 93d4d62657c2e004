package io.falconet.space.graph;

import java.util.List;

/**
 * Scaled dot-product attention of several heads (Vaswani et al., 2017) between the cells of a map. The map holds queries,
 * keys and values in this order, a third of its channels each; each head has a run of the channels of all three. For a
 * head of d channels, cell i gets the sum of all cells' values, cell j's weighted by the softmax over j of {@code q_i k_j /
 * sqrt(d)}. By the field's convention its products are not counted: it is no layer with weights. It costs the square of
 * the number of cells.
 *
 * @param heads how many
 */
public record Attention(int heads) implements Op {
    @Override
    public Shape shape(List<Shape> inputs) {
        Shape in = Inputs.single(this, inputs);
        if (heads < 1 || in.channels() % (3 * heads) != 0) {
            throw new ShapeException(
                    "%s needs queries, keys and values whose channels are divisible by its heads, found %s."
                            .formatted(this, in));
        }
        return in.withChannels(in.channels() / 3);
    }

    @Override
    public <C, R> R accept(OpVisitor<C, R> visitor, C context) {
        return visitor.attention(this, context);
    }
}
