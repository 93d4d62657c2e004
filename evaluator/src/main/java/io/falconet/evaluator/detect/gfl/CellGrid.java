package io.falconet.evaluator.detect.gfl;

import io.falconet.space.block.Detector;
import io.falconet.space.block.GflFormat;
import io.falconet.space.graph.Shape;
import java.util.ArrayList;
import java.util.List;

/**
 * The cells of a detector's outputs, counted through all levels: finest level first, row by row.
 *
 * @param levels finest first
 */
public record CellGrid(List<Level> levels) {
    /**
     * One output.
     *
     * @param stride pixels a cell's side covers
     * @param width cells in a row
     * @param height rows
     * @param first number of the first cell
     */
    public record Level(int stride, int width, int height, int first) {
        public int cells() {
            return width * height;
        }

        /** Pixels from the left edge to the centre of a cell, counted within the level. */
        public float centerX(int cell) {
            return (cell % width + 0.5f) * stride;
        }

        /** Pixels from the top edge to the centre of a cell, counted within the level. */
        public float centerY(int cell) {
            return (cell / width + 0.5f) * stride;
        }
    }

    public CellGrid {
        levels = List.copyOf(levels);
    }

    /** The cells of a detector. */
    public static CellGrid of(Detector detector, GflFormat format) {
        return of(detector.network().outputShapes(), format.strides());
    }

    static CellGrid of(List<Shape> outputs, List<Integer> strides) {
        List<Level> levels = new ArrayList<>();
        int first = 0;
        for (int i = 0; i < outputs.size(); i++) {
            Shape shape = outputs.get(i);
            levels.add(new Level(strides.get(i), shape.width(), shape.height(), first));
            first += shape.height() * shape.width();
        }
        return new CellGrid(levels);
    }

    /** How many cells there are on all levels. */
    public int cells() {
        return levels.stream().mapToInt(Level::cells).sum();
    }

    /** The level of a cell. */
    public int levelOf(int cell) {
        int level = levels.size() - 1;
        while (levels.get(level).first() > cell) {
            level--;
        }
        return level;
    }
}
