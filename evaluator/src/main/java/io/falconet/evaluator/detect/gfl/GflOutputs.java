package io.falconet.evaluator.detect.gfl;

import io.falconet.evaluator.detect.Box;
import io.falconet.space.block.GflFormat;

/**
 * What a detector gave for a batch, read cell by cell.
 *
 * @param format of the outputs
 * @param grid of the outputs
 * @param values raw outputs of each level: images x channels x rows x columns
 */
public record GflOutputs(GflFormat format, CellGrid grid, float[][] values) {
    /** The logit of a class. */
    public float logit(int image, int cell, int classIndex) {
        int level = grid.levelOf(cell);
        return values[level][
                start(level, image, cell)
                        + classIndex * grid.levels().get(level).cells()];
    }

    /** The predicted box in pixels, not cut to the image. */
    public Box box(int image, int cell) {
        int level = grid.levelOf(cell);
        CellGrid.Level geometry = grid.levels().get(level);
        int bins = format.regMax() + 1;
        float[] distances = new float[4];
        for (int side = 0; side < distances.length; side++) {
            int offset = start(level, image, cell) + (format.classes() + side * bins) * geometry.cells();
            distances[side] =
                    new DistanceDistribution(values[level], offset, geometry.cells(), bins).mean() * geometry.stride();
        }
        float x = geometry.pointX(cell - geometry.first());
        float y = geometry.pointY(cell - geometry.first());
        return new Box(x - distances[0], y - distances[1], x + distances[2], y + distances[3]);
    }

    /** Where the first channel of a cell lies in its level's output. */
    private int start(int level, int image, int cell) {
        CellGrid.Level geometry = grid.levels().get(level);
        return image * format.channels() * geometry.cells() + cell - geometry.first();
    }
}
