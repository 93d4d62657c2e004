package io.falconet.space.graph;

import java.util.List;

/**
 * Pooling over square windows.
 *
 * @param kind maximum or mean; the mean divides by the whole window, padding included
 * @param kernel the window's side in cells
 * @param stride step between windows in cells
 * @param padding cells added before the first row and column: zeros for the mean, minus infinity for the maximum
 * @param endPadding cells added after the last row and column
 */
public record Pool(Kind kind, int kernel, int stride, int padding, int endPadding) implements Op {
    /** Pooling with the same padding on each side. */
    public Pool(Kind kind, int kernel, int stride, int padding) {
        this(kind, kernel, stride, padding, padding);
    }

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
                Inputs.windows(this, in.height(), kernel, stride, padding + endPadding),
                Inputs.windows(this, in.width(), kernel, stride, padding + endPadding));
    }

    @Override
    public <C, R> R accept(OpVisitor<C, R> visitor, C context) {
        return visitor.pool(this, context);
    }
}
