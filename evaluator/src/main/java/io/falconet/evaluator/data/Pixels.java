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

    /** The largest value of any colour, from 0 to 255. */
    int brightest() {
        int most = 0;
        for (int i = 0; i < planes.length && most < 255; i++) {
            most = Math.max(most, planes[i] & 0xff);
        }
        return most;
    }

    /** A part of it, copied; itself where that is all. */
    public Pixels window(int left, int top, int columns, int rows) {
        if (columns == width && rows == height) {
            return this;
        }
        byte[] part = new byte[3 * columns * rows];
        for (int plane = 0; plane < 3; plane++) {
            for (int y = 0; y < rows; y++) {
                System.arraycopy(
                        planes, (plane * height + top + y) * width + left, part, (plane * rows + y) * columns, columns);
            }
        }
        return new Pixels(part, columns, rows);
    }
}
