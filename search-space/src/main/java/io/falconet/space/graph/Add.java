package io.falconet.space.graph;

import java.util.List;

/** The element-wise sum of maps of one shape. A map of one cell and the same channels is added to every cell. */
public record Add() implements Op {
    @Override
    public Shape shape(List<Shape> inputs) {
        Inputs.several(this, inputs);
        Shape first = inputs.get(0);
        for (Shape in : inputs) {
            if (!in.equals(first) && !in.equals(new Shape(first.channels(), 1, 1))) {
                throw new ShapeException(
                        "Add needs maps of one shape, found %s beside %s. Maybe an input size that is a multiple of the largest stride."
                                .formatted(in, first));
            }
        }
        return first;
    }

    @Override
    public <C, R> R accept(OpVisitor<C, R> visitor, C context) {
        return visitor.add(this, context);
    }
}
