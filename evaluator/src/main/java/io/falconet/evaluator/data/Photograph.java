package io.falconet.evaluator.data;

import java.io.IOException;
import java.nio.file.Path;

/**
 * An image file of any size, decoded as training decodes it.
 *
 * @param pixels in its own size
 */
public record Photograph(Path file, Pixels pixels) {
    /**
     * Reads a file.
     *
     * @throws DatasetException where it cannot be decoded
     */
    public static Photograph read(Path file) {
        try {
            return new Photograph(file, new ImageDecoder().decode(file));
        } catch (IOException e) {
            throw new DatasetException(
                    "An image was expected, but %s %s.%nMaybe it is of another kind than JPEG, PNG, BMP, GIF or TIFF, or was copied incompletely."
                            .formatted(file, e.getMessage()),
                    e);
        }
    }

    /** How it lies in a network's input of that size. */
    public Letterbox letterbox(int width, int height) {
        return Letterbox.fit(pixels.width(), pixels.height(), width, height);
    }

    /** What a network reads of it: three planes of {@code height x width}. */
    public float[] values(Letterbox letterbox, Normalisation normalisation) {
        float[] values = new float[3 * letterbox.width() * letterbox.height()];
        normalisation.write(Resampler.letterbox(pixels, letterbox, normalisation), values, 0);
        return values;
    }
}
