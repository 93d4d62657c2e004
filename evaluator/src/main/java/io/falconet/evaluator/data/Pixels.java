package io.falconet.evaluator.data;

/**
 * A decoded image: three planes (red, green, blue) of unsigned bytes, each row by row. The array is shared and must not
 * be changed.
 *
 * @param planes 3 * height * width values
 */
public record Pixels(byte[] planes, int width, int height) {
    public Pixels {
        if (planes.length != 3 * width * height) {
            throw new IllegalArgumentException(
                    "3 x %d x %d values were expected, found %d.".formatted(height, width, planes.length));
        }
    }
}
