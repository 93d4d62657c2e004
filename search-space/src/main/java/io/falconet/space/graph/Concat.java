package io.falconet.space.graph;

import java.util.List;

/** Stacks the channels of maps of one area, in the order of the inputs. */
public record Concat() implements Op {
    @Override
    public Shape shape(List<Shape> inputs) {
        Inputs.several(this, inputs);
        Shape first = inputs.get(0);
        int channels = 0;
        for (Shape in : inputs) {
            if (!in.sameArea(first)) {
                throw new ShapeException(
                        "Concat needs maps of one height and width, found %s beside %s. Maybe an input size that is a multiple of the largest stride."
                                .formatted(in, first));
            }
            channels += in.channels();
        }
        return first.withChannels(channels);
    }

    @Override
    public <C, R> R accept(OpVisitor<C, R> visitor, C context) {
        return visitor.concat(this, context);
    }
}
