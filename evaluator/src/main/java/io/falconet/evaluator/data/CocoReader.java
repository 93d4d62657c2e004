package io.falconet.evaluator.data;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Reads data sets in COCO's json format. Faults are collected, not thrown, as long as something is left to work with.
 *
 * @see <a href="https://cocodataset.org/#format-data">COCO data format</a>
 */
public final class CocoReader {
    private CocoReader() {}

    /**
     * Reads annotations and finds their images. Images are not decoded beyond their headers: see {@link ImageCheck} and
     * {@link ImageCache#readable}.
     *
     * @param annotations a json file with {@code images}, {@code annotations} and {@code categories}
     * @param images the folder in which the annotations' file names are found
     * @throws DatasetException where the file is not to be read, or nothing usable is left
     */
    public static Reading read(Path annotations, Path images) {
        JsonNode root = JsonFile.read(annotations, "COCO annotations");
        if (!Files.isDirectory(images)) {
            throw new DatasetException(
                    "A folder of images was expected at %s, found %s.%nMaybe the path is relative to another folder."
                            .formatted(images, Files.exists(images) ? "a file" : "nothing"));
        }
        return new CocoAssembly(annotations, images).assemble(root);
    }
}
