package io.falconet.space.graph;

import java.util.List;

/** The mean of each channel over its whole area. */
public record GlobalPool() implements Op {
    @Override
    public Shape shape(List<Shape> inputs) {
        return new Shape(Inputs.single(this, inputs).channels(), 1, 1);
    }

    @Override
    public <C, R> R accept(OpVisitor<C, R> visitor, C context) {
        return visitor.globalPool(this, context);
    }
}
