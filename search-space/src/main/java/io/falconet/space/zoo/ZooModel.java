package io.falconet.space.zoo;

import io.falconet.space.block.Detector;
import java.util.List;
import java.util.stream.Stream;

/**
 * A published detector.
 *
 * @param name as its authors call it, in lower case
 * @param source where it is published
 * @param input side in pixels of the images that it was published for
 * @param recipe builds it
 */
public record ZooModel(String name, String source, int input, Recipe recipe) {
    /** Builds a detector for square images. */
    @FunctionalInterface
    public interface Recipe {
        /**
         * The detector.
         *
         * @param input side of the images in pixels, a multiple of the largest stride
         */
        Detector detector(int input, int classes);
    }

    /** All models, in the order in which they are listed. */
    public static List<ZooModel> all() {
        return NanoDet.models();
    }

    /**
     * The model of that name.
     *
     * @throws IllegalArgumentException if there is none; the message names those there are
     */
    public static ZooModel named(String name) {
        return all().stream()
                .filter(model -> model.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("The zoo has %s, found \"%s\". Maybe a typing error."
                        .formatted(String.join(", ", names().toList()), name)));
    }

    private static Stream<String> names() {
        return all().stream().map(ZooModel::name);
    }
}
