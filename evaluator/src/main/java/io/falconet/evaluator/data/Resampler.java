package io.falconet.evaluator.data;

import java.util.Arrays;

/**
 * One axis of a resize with a triangle filter that widens when it shrinks: bilinear for enlarging, an antialiased
 * average for shrinking, so that an object smaller than a target pixel dims but does not vanish between samples.
 */
final class Resampler {
    private final int[] first;
    private final float[][] weights;

    Resampler(int from, int to) {
        first = new int[to];
        weights = new float[to][];
        double scale = (double) from / to;
        double radius = Math.max(1, scale);
        for (int i = 0; i < to; i++) {
            double centre = (i + 0.5) * scale;
            int low = Math.max(0, (int) (centre - radius + 0.5));
            int high = Math.min(from, (int) (centre + radius + 0.5));
            double[] raw = new double[high - low];
            double sum = 0;
            for (int k = 0; k < raw.length; k++) {
                raw[k] = Math.max(0, 1 - Math.abs(low + k + 0.5 - centre) / radius);
                sum += raw[k];
            }
            first[i] = low;
            weights[i] = new float[raw.length];
            for (int k = 0; k < raw.length; k++) {
                weights[i][k] = (float) (raw[k] / sum);
            }
        }
    }

    /** The source image resized to the letterbox's scaled size and laid on padding. */
    static Pixels letterbox(Pixels source, Letterbox box, Normalisation normalisation) {
        int area = box.width() * box.height();
        byte[] planes = new byte[3 * area];
        Resampler columns = new Resampler(source.width(), box.scaledWidth());
        Resampler rows = new Resampler(source.height(), box.scaledHeight());
        for (int c = 0; c < 3; c++) {
            Arrays.fill(planes, c * area, (c + 1) * area, (byte)
                    normalisation.channel(c).padding());
            float[] wide = columns.alongRows(source, c, box.scaledWidth());
            rows.alongColumns(wide, box.scaledWidth(), planes, c * area, box.width());
        }
        return new Pixels(planes, box.width(), box.height());
    }

    private float[] alongRows(Pixels source, int channel, int width) {
        float[] result = new float[source.height() * width];
        for (int y = 0; y < source.height(); y++) {
            int row = (channel * source.height() + y) * source.width();
            for (int x = 0; x < width; x++) {
                float[] w = weights[x];
                int at = row + first[x];
                float sum = 0;
                for (int k = 0; k < w.length; k++) {
                    sum += w[k] * (source.planes()[at + k] & 0xff);
                }
                result[y * width + x] = sum;
            }
        }
        return result;
    }

    private void alongColumns(float[] source, int width, byte[] into, int offset, int stride) {
        float[] sum = new float[width];
        for (int y = 0; y < first.length; y++) {
            Arrays.fill(sum, 0.5f);
            for (int k = 0; k < weights[y].length; k++) {
                float w = weights[y][k];
                int at = (first[y] + k) * width;
                for (int x = 0; x < width; x++) {
                    sum[x] += w * source[at + x];
                }
            }
            for (int x = 0; x < width; x++) {
                into[offset + y * stride + x] = (byte) Math.min(255, (int) sum[x]);
            }
        }
    }
}
