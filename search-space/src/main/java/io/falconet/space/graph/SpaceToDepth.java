package io.falconet.space.graph;

import java.util.List;

/**
 * Moves each square of cells into the channels of one cell. The square is read column by column: output channel {@code
 * (column * factor + row) * channels + c} is input channel {@code c} at that row and column of the square, the order of
 * YOLOv5's Focus.
 *
 * @param factor the square's side in cells
 */
public record SpaceToDepth(int factor) implements Op {
    @Override
    public Shape shape(List<Shape> inputs) {
        Shape in = Inputs.single(this, inputs);
        if (in.height() % factor != 0 || in.width() % factor != 0) {
            throw new ShapeException("%s needs sides that are multiples of %d, found %s.".formatted(this, factor, in));
        }
        return new Shape(in.channels() * factor * factor, in.height() / factor, in.width() / factor);
    }

    @Override
    public <C, R> R accept(OpVisitor<C, R> visitor, C context) {
        return visitor.spaceToDepth(this, context);
    }
}
