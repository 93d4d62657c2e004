package io.falconet.space.graph;

import java.util.List;

/**
 * A run of a map's channels. A split is a slice for each part.
 *
 * @param from the first channel kept, from 0
 * @param to one past the last channel kept
 */
public record Slice(int from, int to) implements Op {
    public Slice {
        if (from < 0 || to <= from) {
            throw new IllegalArgumentException("A slice needs 0 <= from < to, found %d to %d.".formatted(from, to));
        }
    }

    @Override
    public Shape shape(List<Shape> inputs) {
        Shape in = Inputs.single(this, inputs);
        if (to > in.channels()) {
            throw new ShapeException("%s ends past the %d channels of its input.".formatted(this, in.channels()));
        }
        return in.withChannels(to - from);
    }

    @Override
    public <C, R> R accept(OpVisitor<C, R> visitor, C context) {
        return visitor.slice(this, context);
    }
}
