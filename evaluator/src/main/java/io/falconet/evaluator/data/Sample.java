package io.falconet.evaluator.data;

import java.nio.file.Path;
import java.util.List;

/**
 * One image with what is labelled in it.
 *
 * @param image the file
 * @param fileName the name by which the annotations know it
 * @param id the image's id in the annotations
 * @param width in pixels
 * @param height in pixels
 * @param objects possibly none: an image without objects teaches what is background
 */
public record Sample(Path image, String fileName, long id, int width, int height, List<GroundTruth> objects) {
    public Sample {
        if (width < 1 || height < 1) {
            throw new IllegalArgumentException(
                    "An image has at least 1 x 1 pixels, found %d x %d in %s.".formatted(width, height, fileName));
        }
        objects = List.copyOf(objects);
    }
}
