package io.falconet.space.graph;

import java.util.List;

/** The image that a network reads, or, for a part of a network, one of its maps. */
public record Input(Shape image) implements Op {
    @Override
    public Shape shape(List<Shape> inputs) {
        if (!inputs.isEmpty()) {
            throw new ShapeException("%s takes no input, found %d.".formatted(this, inputs.size()));
        }
        return image;
    }

    @Override
    public <C, R> R accept(OpVisitor<C, R> visitor, C context) {
        return visitor.input(this, context);
    }
}
