package io.falconet.evaluator.coco;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.falconet.evaluator.metric.CocoBox;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes detections in COCO's results format, a line each. Each also names its file and its category, which readers of the
 * format pass over.
 *
 * @see <a href="https://cocodataset.org/#format-results">COCO results format</a>
 */
public final class CocoResultsWriter implements AutoCloseable {
    private final ObjectMapper json = new ObjectMapper();
    private final Writer file;
    private String before = "[\n";

    /** Starts a file. */
    public CocoResultsWriter(Path path) {
        try {
            file = Files.newBufferedWriter(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A detection.
     *
     * @param box in pixels of the image, written to a thousandth of one
     */
    public record Found(long imageId, String fileName, long categoryId, String category, CocoBox box, double score) {}

    /** Adds a detection. */
    public void write(Found found) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("image_id", found.imageId());
        entry.put("file_name", found.fileName());
        entry.put("category_id", found.categoryId());
        entry.put("category", found.category());
        CocoBox box = found.box();
        entry.put("bbox", List.of(rounded(box.x()), rounded(box.y()), rounded(box.width()), rounded(box.height())));
        entry.put("score", found.score());
        try {
            file.write(before + json.writeValueAsString(entry));
            before = ",\n";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static double rounded(double pixels) {
        return Math.round(pixels * 1000) / 1000.0;
    }

    /** Ends the file. */
    @Override
    public void close() {
        try (file) {
            file.write(before.startsWith("[") ? "[]\n" : "\n]\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
