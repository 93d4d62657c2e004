package io.falconet.evaluator.detect.thundernet;

/**
 * The feature maps of a batch.
 *
 * @param channels of an image
 * @param height rows
 * @param width columns
 * @param values images x channels x rows x columns
 */
public record FeatureMaps(int channels, int height, int width, float[] values) {
    /**
     * The value between four cells, by bilinear interpolation. Cell centres lie at whole numbers; up to one cell outside
     * the edge's value holds, farther out it is 0.
     *
     * @param y down from the first row's centres
     * @param x right from the first column's centres
     */
    float at(int image, int channel, float y, float x) {
        if (y < -1 || y > height || x < -1 || x > width) {
            return 0;
        }
        float row = Math.max(0, Math.min(y, height - 1));
        float column = Math.max(0, Math.min(x, width - 1));
        int top = (int) row;
        int left = (int) column;
        int bottom = Math.min(top + 1, height - 1);
        int right = Math.min(left + 1, width - 1);
        float down = row - top;
        float across = column - left;
        int map = (image * channels + channel) * height;
        return (1 - down) * (1 - across) * values[(map + top) * width + left]
                + (1 - down) * across * values[(map + top) * width + right]
                + down * (1 - across) * values[(map + bottom) * width + left]
                + down * across * values[(map + bottom) * width + right];
    }
}
