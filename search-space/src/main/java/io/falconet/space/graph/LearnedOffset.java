package io.falconet.space.graph;

import java.util.List;

/**
 * Adds a learned value to each element, as transformers do to tell positions apart. Its tensor has a row for each cell, row
 * by row of the map, an axis of one, and the channels; so it fits one area alone.
 */
public record LearnedOffset() implements Op {
    @Override
    public Shape shape(List<Shape> inputs) {
        return Inputs.single(this, inputs);
    }

    @Override
    public List<Weight> weights(List<Shape> inputs) {
        Shape in = inputs.get(0);
        return List.of(new Weight("offset", Weight.Role.OFFSET, List.of(in.height() * in.width(), 1, in.channels())));
    }

    @Override
    public <C, R> R accept(OpVisitor<C, R> visitor, C context) {
        return visitor.learnedOffset(this, context);
    }
}
