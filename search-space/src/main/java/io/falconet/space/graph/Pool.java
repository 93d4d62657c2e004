package io.falconet.space.graph;

import java.util.List;

/**
 * Pooling over square windows.
 *
 * @param kind maximum or mean; the mean divides by the whole window, padding included
 * @param kernel the window's side in cells
 * @param stride step between windows in cells
 * @param padding cells added on each side: zeros for the mean, minus infinity for the maximum
 */
public record Pool(Kind kind, int kernel, int stride, int padding) implements Op {
    /** What is kept of a window. */
    public enum Kind {
        MAX,
        AVERAGE
    }

    @Override
    public Shape shape(List<Shape> inputs) {
        Shape in = Inputs.single(this, inputs);
        return new Shape(
                in.channels(),
                Inputs.windows(this, in.height(), kernel, stride, padding),
                Inputs.windows(this, in.width(), kernel, stride, padding));
    }

    @Override
    public <C, R> R accept(OpVisitor<C, R> visitor, C context) {
        return visitor.pool(this, context);
    }
}
