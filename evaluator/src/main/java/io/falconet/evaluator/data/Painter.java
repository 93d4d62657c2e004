package io.falconet.evaluator.data;

import java.util.Arrays;

/**
 * Paints images onto canvases of normalised values: bilinear, one pass, without garbage. Not thread-safe: one a
 * training.
 */
final class Painter {
    private final int width;
    private final int height;
    private final int[] column;
    private final int[] nextColumn;
    private final float[] fraction;
    private final int[] bandRow = {-1, -1};
    private final float[][][] bands;
    private final float[][] blended;
    private final float[] colored;

    Painter(int width, int height) {
        this.width = width;
        this.height = height;
        this.column = new int[width];
        this.nextColumn = new int[width];
        this.fraction = new float[width];
        this.bands = new float[2][3][width];
        this.blended = new float[3][width];
        this.colored = new float[width];
    }

    /** Makes a canvas all padding, with the very values that a letterbox has. */
    void clear(Normalisation normalisation, float[] canvas, int offset) {
        int area = width * height;
        for (int c = 0; c < 3; c++) {
            Normalisation.Channel channel = normalisation.channel(c);
            float padding = channel.normalised(channel.padding());
            Arrays.fill(canvas, offset + c * area, offset + (c + 1) * area, padding);
        }
    }

    void paint(Pixels source, Placement placement, ColorShift colors, float[] canvas, int offset) {
        Placement.Window seen = placement.painted();
        if (seen.width() <= 0) {
            return;
        }
        int sourceHeight = placement.letterbox().scaledHeight();
        columns(placement, seen);
        Arrays.fill(bandRow, -1);
        for (int y = seen.top(); y < seen.bottom(); y++) {
            double at = Math.max(0, Math.min(sourceHeight - 1, placement.sourceY(y)));
            int row = (int) at;
            float[][] upper = band(source, row, seen);
            float[][] lower = band(source, Math.min(row + 1, sourceHeight - 1), seen);
            for (int c = 0; c < 3; c++) {
                blend(upper[c], lower[c], (float) (at - row), blended[c], seen);
            }
            for (int c = 0; c < 3; c++) {
                color(colors, c, canvas, offset + (c * height + y) * width, seen);
            }
        }
    }

    private void columns(Placement placement, Placement.Window seen) {
        int last = placement.letterbox().scaledWidth() - 1;
        for (int x = seen.left(); x < seen.right(); x++) {
            double at = Math.max(0, Math.min(last, placement.sourceX(x)));
            column[x] = (int) at;
            nextColumn[x] = Math.min(column[x] + 1, last);
            fraction[x] = (float) (at - column[x]);
        }
    }

    /** A source row resampled to the canvas's columns; the last two are kept, even rows in one and odd in the other. */
    private float[][] band(Pixels source, int row, Placement.Window seen) {
        int slot = row & 1;
        if (bandRow[slot] != row) {
            bandRow[slot] = row;
            resample(source, row, bands[slot], seen);
        }
        return bands[slot];
    }

    /** All channels in one loop, which looks each column up once. */
    private void resample(Pixels source, int row, float[][] into, Placement.Window seen) {
        byte[] planes = source.planes();
        int area = source.width() * source.height();
        int start = row * source.width();
        float[] red = into[0];
        float[] green = into[1];
        float[] blue = into[2];
        for (int x = seen.left(); x < seen.right(); x++) {
            int left = start + column[x];
            int right = start + nextColumn[x];
            float share = fraction[x];
            int r = planes[left] & 0xff;
            int g = planes[left + area] & 0xff;
            int b = planes[left + 2 * area] & 0xff;
            red[x] = r + ((planes[right] & 0xff) - r) * share;
            green[x] = g + ((planes[right + area] & 0xff) - g) * share;
            blue[x] = b + ((planes[right + 2 * area] & 0xff) - b) * share;
        }
    }

    private static void blend(float[] upper, float[] lower, float share, float[] into, Placement.Window seen) {
        for (int x = seen.left(); x < seen.right(); x++) {
            into[x] = upper[x] + (lower[x] - upper[x]) * share;
        }
    }

    /** By way of a row, because the compiler vectorises only what has the same index everywhere. */
    private void color(ColorShift colors, int channel, float[] canvas, int at, Placement.Window seen) {
        float[] red = blended[0];
        float[] green = blended[1];
        float[] blue = blended[2];
        float[] into = colored;
        float[] factors = colors.matrix()[channel];
        float lowest = colors.lowest()[channel];
        float highest = colors.highest()[channel];
        float r = factors[0];
        float g = factors[1];
        float b = factors[2];
        float added = factors[3];
        for (int x = seen.left(); x < seen.right(); x++) {
            into[x] = Math.max(lowest, Math.min(highest, r * red[x] + g * green[x] + b * blue[x] + added));
        }
        System.arraycopy(into, seen.left(), canvas, at + seen.left(), seen.width());
    }
}
