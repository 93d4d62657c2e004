package io.falconet.space.graph;

import java.util.List;

/**
 * Enlarges the area by a whole factor.
 *
 * @param mode how new cells get their values
 * @param factor how many times larger each side becomes
 */
public record Resize(Mode mode, int factor) implements Op {
    /** How new cells get their values. */
    public enum Mode {
        /** The nearest old cell's. */
        NEAREST,
        /** Linear in both axes, with cell centres at half positions (corners not aligned). */
        BILINEAR
    }

    @Override
    public Shape shape(List<Shape> inputs) {
        Shape in = Inputs.single(this, inputs);
        return new Shape(in.channels(), in.height() * factor, in.width() * factor);
    }

    @Override
    public <C, R> R accept(OpVisitor<C, R> visitor, C context) {
        return visitor.resize(this, context);
    }
}
