package io.falconet.evaluator.data.check;

import io.falconet.evaluator.data.Pixels;

/**
 * What an image looks like from afar: equal for copies that were scaled or compressed anew.
 *
 * @param difference 64 bits, of which each tells whether a field of 8 rows of 9 is darker than its right neighbour (dHash)
 * @param thumbnail 32 x 32 grey values
 */
record ImageHash(long difference, byte[] thumbnail) {
    private static final int ROWS = 8;
    private static final int SIDE = 32;

    /** The hash of an image. */
    static ImageHash of(Pixels pixels) {
        double[] fields = shrink(pixels, ROWS + 1, ROWS);
        long difference = 0;
        for (int row = 0; row < ROWS; row++) {
            for (int column = 0; column < ROWS; column++) {
                int at = row * (ROWS + 1) + column;
                difference = difference << 1 | (fields[at] < fields[at + 1] ? 1 : 0);
            }
        }
        double[] small = shrink(pixels, SIDE, SIDE);
        byte[] thumbnail = new byte[small.length];
        for (int i = 0; i < small.length; i++) {
            thumbnail[i] = (byte) Math.round(small[i]);
        }
        return new ImageHash(difference, thumbnail);
    }

    /** How many of the 64 bits differ. */
    int distance(ImageHash other) {
        return Long.bitCount(difference ^ other.difference);
    }

    /** Correlation of the grey values, from -1 to 1; 0 where an image has but one. */
    double correlation(ImageHash other) {
        double mean = mean(thumbnail);
        double otherMean = mean(other.thumbnail);
        double both = 0;
        double own = 0;
        double others = 0;
        for (int i = 0; i < thumbnail.length; i++) {
            double a = (thumbnail[i] & 0xff) - mean;
            double b = (other.thumbnail[i] & 0xff) - otherMean;
            both += a * b;
            own += a * a;
            others += b * b;
        }
        return own == 0 || others == 0 ? 0 : both / Math.sqrt(own * others);
    }

    private static double mean(byte[] values) {
        long sum = 0;
        for (byte value : values) {
            sum += value & 0xff;
        }
        return (double) sum / values.length;
    }

    /** Mean grey of fields that cover the image, row by row; grey is the mean of red, green and blue. */
    private static double[] shrink(Pixels pixels, int columns, int rows) {
        double[] fields = new double[columns * rows];
        for (int row = 0; row < rows; row++) {
            int top = row * pixels.height() / rows;
            int bottom = Math.max(top + 1, (row + 1) * pixels.height() / rows);
            for (int column = 0; column < columns; column++) {
                int left = column * pixels.width() / columns;
                int right = Math.max(left + 1, (column + 1) * pixels.width() / columns);
                fields[row * columns + column] = mean(pixels, left, top, right, bottom);
            }
        }
        return fields;
    }

    private static double mean(Pixels pixels, int left, int top, int right, int bottom) {
        byte[] planes = pixels.planes();
        int area = pixels.width() * pixels.height();
        long sum = 0;
        for (int plane = 0; plane < 3; plane++) {
            for (int y = top; y < bottom; y++) {
                int at = plane * area + y * pixels.width();
                for (int x = left; x < right; x++) {
                    sum += planes[at + x] & 0xff;
                }
            }
        }
        return (double) sum / (3L * (right - left) * (bottom - top));
    }
}
