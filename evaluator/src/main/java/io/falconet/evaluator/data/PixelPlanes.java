package io.falconet.evaluator.data;

import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.IndexColorModel;
import java.awt.image.PackedColorModel;
import java.awt.image.Raster;

/** Takes decoded images of any layout apart into planes. */
final class PixelPlanes {
    private PixelPlanes() {}

    static Pixels of(BufferedImage image) {
        int width = image.getWidth();
        int height = image.getHeight();
        byte[] planes = new byte[3 * width * height];
        ColorModel colors = image.getColorModel();
        if (colors instanceof IndexColorModel || colors instanceof PackedColorModel) {
            packed(image, planes);
        } else {
            components(image.getRaster(), planes);
        }
        return new Pixels(planes, width, height);
    }

    private static void packed(BufferedImage image, byte[] planes) {
        int width = image.getWidth();
        int area = width * image.getHeight();
        int[] row = new int[width];
        for (int y = 0; y < image.getHeight(); y++) {
            image.getRGB(0, y, width, 1, row, 0, width);
            for (int x = 0; x < width; x++) {
                int at = y * width + x;
                planes[at] = (byte) (row[x] >> 16);
                planes[at + area] = (byte) (row[x] >> 8);
                planes[at + 2 * area] = (byte) row[x];
            }
        }
    }

    /** Straight from the raster: asking a grey image for RGB would apply a gamma curve. */
    private static void components(Raster raster, byte[] planes) {
        int width = raster.getWidth();
        int height = raster.getHeight();
        int bands = raster.getNumBands();
        int[] row = new int[width * bands];
        int shift = Math.max(0, raster.getSampleModel().getSampleSize(0) - 8);
        for (int y = 0; y < height; y++) {
            raster.getPixels(raster.getMinX(), raster.getMinY() + y, width, 1, row);
            for (int c = 0; c < 3; c++) {
                int band = bands >= 3 ? c : 0;
                int at = (c * height + y) * width;
                for (int x = 0; x < width; x++) {
                    planes[at + x] = (byte) (row[x * bands + band] >> shift);
                }
            }
        }
    }
}
