package io.falconet.space.graph;

import java.util.List;

/**
 * The element-wise product of a map and its gate. The gate has the map's channels, and either its area or one cell that
 * applies to all, as in squeeze and excitation (Hu et al., 2018).
 */
public record Multiply() implements Op {
    @Override
    public Shape shape(List<Shape> inputs) {
        if (inputs.size() != 2) {
            throw new ShapeException("Multiply takes a map and its gate, found %d inputs.".formatted(inputs.size()));
        }
        Shape map = inputs.get(0);
        Shape gate = inputs.get(1);
        if (!gate.equals(map) && !gate.equals(new Shape(map.channels(), 1, 1))) {
            throw new ShapeException(
                    "Multiply needs a gate of %s or %dx1x1, found %s.".formatted(map, map.channels(), gate));
        }
        return map;
    }

    @Override
    public <C, R> R accept(OpVisitor<C, R> visitor, C context) {
        return visitor.multiply(this, context);
    }
}
