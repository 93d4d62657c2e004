package io.falconet.space.graph;

import java.util.List;

/** Multiplies each element by one learned number, as FCOS does with the distances of each level (Tian et al., 2019). */
public record LearnedScale() implements Op {
    @Override
    public Shape shape(List<Shape> inputs) {
        return Inputs.single(this, inputs);
    }

    @Override
    public List<Weight> weights(List<Shape> inputs) {
        return List.of(new Weight("scale", Weight.Role.GAIN, List.of(1)));
    }

    @Override
    public <C, R> R accept(OpVisitor<C, R> visitor, C context) {
        return visitor.learnedScale(this, context);
    }
}
