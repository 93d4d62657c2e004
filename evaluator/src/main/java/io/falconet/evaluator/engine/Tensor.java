package io.falconet.evaluator.engine;

import io.falconet.space.graph.Weight;
import java.util.Arrays;
import java.util.List;

/**
 * Values with dimensions. The array is not copied: whoever builds a tensor hands its values over, and whoever reads them
 * leaves them as they are.
 *
 * @param dimensions size along each axis, outermost first
 * @param values in row-major order
 */
public record Tensor(List<Integer> dimensions, float[] values) {
    public Tensor {
        dimensions = List.copyOf(dimensions);
        long size = dimensions.stream().mapToLong(Integer::longValue).reduce(1, Math::multiplyExact);
        if (size != values.length) {
            throw new IllegalArgumentException(
                    "A tensor of %s holds %d values, found %d.".formatted(dimensions, size, values.length));
        }
    }

    /** A tensor of a weight's dimensions that holds one value throughout. */
    static Tensor filled(Weight weight, float value) {
        float[] values = new float[Math.toIntExact(weight.size())];
        Arrays.fill(values, value);
        return new Tensor(weight.dimensions(), values);
    }
}
