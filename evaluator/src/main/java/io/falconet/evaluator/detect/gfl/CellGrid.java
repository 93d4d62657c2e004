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
    /** The point of a cell in NanoDet-m. */
    public static final float CENTER = 0.5f;

    /** The point of a cell in NanoDet-Plus. */
    public static final float CORNER = 0;

    /**
     * One output.
     *
     * @param stride pixels a cell's side covers
     * @param width cells in a row
     * @param height rows
     * @param first number of the first cell
     * @param point where in its cell the point lies from which distances count: 0 is the left and top edge, 0.5 the centre
     */
    public record Level(int stride, int width, int height, int first, float point) {
        public int cells() {
            return width * height;
        }

        /** Pixels from the left edge to the point of a cell, counted within the level. */
        public float pointX(int cell) {
            return (cell % width + point) * stride;
        }

        /** Pixels from the top edge to the point of a cell, counted within the level. */
        public float pointY(int cell) {
            return (cell / width + point) * stride;
        }
    }

    public CellGrid {
        levels = List.copyOf(levels);
    }

    /** The cells of a detector, with their points where its format has them. */
    public static CellGrid of(Detector detector, GflFormat format) {
        return of(detector.network().outputShapes(), format.strides(), (float) format.prior());
    }

    /** The cells of outputs with the given strides and point. */
    public static CellGrid of(List<Shape> outputs, List<Integer> strides, float point) {
        List<Level> levels = new ArrayList<>();
        int first = 0;
        for (int i = 0; i < outputs.size(); i++) {
            Shape shape = outputs.get(i);
            levels.add(new Level(strides.get(i), shape.width(), shape.height(), first, point));
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
