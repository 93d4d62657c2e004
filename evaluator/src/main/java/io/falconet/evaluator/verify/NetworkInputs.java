package io.falconet.evaluator.verify;

import io.falconet.space.graph.Shape;
import java.util.ArrayList;
import java.util.List;

/**
 * What the reference's network read.
 *
 * @param images how many at once
 * @param shapes of one image in each input
 * @param values of each input, image by image
 */
record NetworkInputs(int images, List<Shape> shapes, List<float[]> values) {
    NetworkInputs {
        shapes = List.copyOf(shapes);
        values = List.copyOf(values);
    }

    static NetworkInputs of(Section vector) {
        int images = 0;
        List<Shape> shapes = new ArrayList<>();
        List<float[]> values = new ArrayList<>();
        for (Section input : vector.list("inputs")) {
            List<Integer> sizes = input.sizes("shape");
            if (sizes.size() != 2 && sizes.size() != 4 || !shapes.isEmpty() && sizes.get(0) != images) {
                throw new VectorException(
                        "Expected an input of images x channels x height x width, as many images in each, found %s of %s. Maybe the block reads something else than maps."
                                .formatted(input.path(), sizes));
            }
            images = sizes.get(0);
            shapes.add(sizes.size() == 2 ? new Shape(sizes.get(1), 1, 1) : shape(sizes));
            values.add(filled(
                    input,
                    Math.toIntExact(images * shapes.get(shapes.size() - 1).elements())));
        }
        if (shapes.isEmpty()) {
            throw new VectorException("Expected at least one input, found none. Maybe the file was cut short.");
        }
        return new NetworkInputs(images, shapes, values);
    }

    private static Shape shape(List<Integer> sizes) {
        return new Shape(sizes.get(1), sizes.get(2), sizes.get(3));
    }

    private static float[] filled(Section input, int size) {
        float[] values = FillRule.input(input.integer("k"), size);
        float[] first = input.has("first3") ? input.floats("first3") : new float[0];
        for (int i = 0; i < Math.min(first.length, size); i++) {
            if (first[i] != values[i]) {
                throw new VectorException(
                        "Expected %s to start with %s, found %s by the rule. Maybe the reference was filled by another rule."
                                .formatted(input.path(), first[i], values[i]));
            }
        }
        return values;
    }
}
