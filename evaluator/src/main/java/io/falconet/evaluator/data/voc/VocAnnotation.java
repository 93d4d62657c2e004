package io.falconet.evaluator.data.voc;

import java.nio.file.Path;
import java.util.List;

/**
 * What one VOC file says.
 *
 * @param imageName as the file names it; empty where it does not
 * @param width of the image, as annotated; 0 where it is not
 * @param height of the image, as annotated; 0 where it is not
 */
record VocAnnotation(Path file, String imageName, int width, int height, List<VocObject> objects) {
    VocAnnotation {
        objects = List.copyOf(objects);
    }
}
