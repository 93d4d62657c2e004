package io.falconet.space.graph;

import java.util.List;

/** The checks that several operators make of their inputs. */
final class Inputs {
    private Inputs() {}

    /** The only input of an operator that takes one. */
    static Shape single(Op op, List<Shape> inputs) {
        if (inputs.size() != 1) {
            throw new ShapeException("%s takes 1 input, found %d.".formatted(op, inputs.size()));
        }
        return inputs.get(0);
    }

    /** Checks that an operator that joins maps has at least two. */
    static void several(Op op, List<Shape> inputs) {
        if (inputs.size() < 2) {
            throw new ShapeException("%s joins at least 2 maps, found %d.".formatted(op, inputs.size()));
        }
    }

    /** The cells that a sliding window yields along one axis with that much padding in all, rounded down. */
    static int windows(Op op, int length, int kernel, int stride, int padding) {
        int covered = length + padding - kernel;
        if (covered < 0) {
            throw new ShapeException(
                    "%s needs at least %d cells along each side, found %d. Maybe a larger input size, or fewer strides."
                            .formatted(op, kernel - padding, length));
        }
        return covered / stride + 1;
    }
}
