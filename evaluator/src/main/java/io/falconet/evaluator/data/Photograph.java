package io.falconet.evaluator.data;

import java.io.IOException;
import java.nio.file.Path;

/**
 * An image file of any size, decoded as training decodes it.
 *
 * @param pixels in its own size
 */
public record Photograph(Path file, Pixels pixels) implements Scenery {
    /**
     * Reads a file.
     *
     * @throws DatasetException where it cannot be decoded
     */
    public static Photograph read(Path file) {
        try {
            return new Photograph(file, new ImageDecoder().decode(file));
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    static DatasetException unreadable(Path file, IOException e) {
        return new DatasetException(
                "An image was expected, but %s %s.%nMaybe it is of another kind than JPEG, PNG, BMP, GIF, TIFF or WebP, or was copied incompletely."
                        .formatted(file, e.getMessage()),
                e);
    }

    @Override
    public int width() {
        return pixels.width();
    }

    @Override
    public int height() {
        return pixels.height();
    }

    @Override
    public Pixels window(int left, int top, int columns, int rows) {
        return pixels.window(left, top, columns, rows);
    }

    @Override
    public int shrinking() {
        return 1;
    }

    @Override
    public Pixels shrunk() {
        return pixels;
    }
}
