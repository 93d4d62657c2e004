package io.falconet.space.graph;

import java.util.List;

/** Applies an activation to each element. */
public record Activate(Activation function) implements Op {
    @Override
    public Shape shape(List<Shape> inputs) {
        return Inputs.single(this, inputs);
    }

    @Override
    public <C, R> R accept(OpVisitor<C, R> visitor, C context) {
        return visitor.activate(this, context);
    }
}
