package io.falconet.space.graph;

import java.util.List;

/**
 * Brings a map to an area of any size: each new cell gets the value of the nearest old one, as PyTorch and Caffe2 count
 * it. Where the new sides are a whole multiple of the old ones it is a nearest {@link Resize}.
 *
 * @param height rows of the new area
 * @param width columns of the new area
 */
public record ResizeTo(int height, int width) implements Op {
    @Override
    public Shape shape(List<Shape> inputs) {
        return new Shape(Inputs.single(this, inputs).channels(), height, width);
    }

    /**
     * The old row or column that a new one is taken from. Computed in single precision, as the engines do.
     *
     * @param cell the new row or column, from 0
     * @param from how many old ones there are
     * @param to how many new ones there are
     */
    public static int source(int cell, int from, int to) {
        return Math.min((int) (cell * ((float) from / to)), from - 1);
    }

    @Override
    public <C, R> R accept(OpVisitor<C, R> visitor, C context) {
        return visitor.resizeTo(this, context);
    }
}
