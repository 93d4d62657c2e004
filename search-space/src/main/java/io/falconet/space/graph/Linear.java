package io.falconet.space.graph;

import java.util.ArrayList;
import java.util.List;

/**
 * A fully connected layer: every output is a weighted sum of all values of the map, taken channel by channel, row by row.
 * Its output is a map of one cell.
 *
 * @param features output channels
 * @param bias whether a bias is learned
 */
public record Linear(int features, boolean bias) implements Op {
    @Override
    public Shape shape(List<Shape> inputs) {
        Inputs.single(this, inputs);
        return new Shape(features, 1, 1);
    }

    @Override
    public List<Weight> weights(List<Shape> inputs) {
        int values = Math.toIntExact(inputs.get(0).elements());
        List<Weight> weights = new ArrayList<>();
        weights.add(new Weight("weight", Weight.Role.KERNEL, List.of(features, values)));
        if (bias) {
            weights.add(new Weight("bias", Weight.Role.BIAS, List.of(features)));
        }
        return weights;
    }

    @Override
    public long macs(List<Shape> inputs) {
        return features * inputs.get(0).elements();
    }

    @Override
    public <C, R> R accept(OpVisitor<C, R> visitor, C context) {
        return visitor.linear(this, context);
    }
}
