package io.falconet.space.graph;

import java.util.List;

/** Multiplies each element by a constant. */
public record Scale(double factor) implements Op {
    @Override
    public Shape shape(List<Shape> inputs) {
        return Inputs.single(this, inputs);
    }

    @Override
    public <C, R> R accept(OpVisitor<C, R> visitor, C context) {
        return visitor.scale(this, context);
    }
}
