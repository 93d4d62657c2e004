package io.falconet.evaluator.detect.thundernet;

import io.falconet.evaluator.detect.Box;
import java.util.List;

/**
 * Position sensitive region pooling (Dai et al., 2016) at exact places: a region is cut into bins by bins; each bin has
 * channels of its own and takes the largest of samples by samples values within it. The paper takes the mean; ThunderNet's
 * implementation takes the largest.
 *
 * @param bins along each side
 * @param samples along each side of a bin
 * @param scale cells in a pixel, 1 over the stride
 */
public record PsRoiAlign(int bins, int samples, float scale) {
    private static final float LEAST_SIDE = 0.1f;

    /** ThunderNet's: 7 x 7 bins, 2 x 2 samples, stride 16. */
    public static final PsRoiAlign STANDARD = new PsRoiAlign(7, 2, 1 / 16f);

    /**
     * Pools regions.
     *
     * @param maps with a multiple of {@code bins^2} channels: of each result channel, one for each bin
     * @return regions x result channels x bins x bins
     * @throws IllegalArgumentException if the channels do not fit the bins
     */
    public float[] forward(FeatureMaps maps, List<Region> regions) {
        int area = bins * bins;
        if (maps.channels() % area != 0) {
            throw new IllegalArgumentException(
                    "A multiple of %d channels was expected, found %d. Maybe the maps were made for other bins."
                            .formatted(area, maps.channels()));
        }
        float[] pooled = new float[regions.size() * maps.channels()];
        for (int i = 0; i < pooled.length; i++) {
            int channel = i % maps.channels();
            pooled[i] = largest(maps, regions.get(i / maps.channels()), channel, channel / bins % bins, channel % bins);
        }
        return pooled;
    }

    private float largest(FeatureMaps maps, Region region, int channel, int row, int column) {
        Box box = region.box();
        float top = box.y1() * scale;
        float left = box.x1() * scale;
        float height = Math.max(box.y2() * scale - top, LEAST_SIDE) / bins;
        float width = Math.max(box.x2() * scale - left, LEAST_SIDE) / bins;
        float largest = Float.NEGATIVE_INFINITY;
        for (int i = 0; i < samples * samples; i++) {
            float y = top + row * height + (i / samples + 0.5f) * height / samples;
            float x = left + column * width + (i % samples + 0.5f) * width / samples;
            largest = Math.max(largest, maps.at(region.image(), channel, y, x));
        }
        return largest;
    }
}
