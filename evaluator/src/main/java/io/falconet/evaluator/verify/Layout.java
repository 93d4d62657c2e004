package io.falconet.evaluator.verify;

/** Turns outputs that have a cell's channels beside each other into maps, one channel after the other. */
final class Layout {
    private Layout() {}

    /**
     * All cells of all maps.
     *
     * @param values groups x cells x channels
     * @return groups x channels x cells
     */
    static float[] channelsFirst(float[] values, int groups, int cells, int channels) {
        return channelsFirst(values, groups, cells, channels, 0, cells);
    }

    /** Some of the cells: {@code count} from the one numbered {@code first}. */
    static float[] channelsFirst(float[] values, int groups, int cells, int channels, int first, int count) {
        float[] turned = new float[groups * channels * count];
        for (int group = 0; group < groups; group++) {
            for (int cell = 0; cell < count; cell++) {
                for (int channel = 0; channel < channels; channel++) {
                    turned[(group * channels + channel) * count + cell] =
                            values[(group * cells + first + cell) * channels + channel];
                }
            }
        }
        return turned;
    }
}
