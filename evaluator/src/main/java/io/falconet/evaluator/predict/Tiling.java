package io.falconet.evaluator.predict;

import java.util.ArrayList;
import java.util.List;

/**
 * How large images are cut into tiles. As few as cover an image and share at least the overlap with their neighbours, spread
 * evenly from edge to edge. An image that is no larger than a tile along a side is not cut along it.
 *
 * @param width of a tile, in pixels of the image
 * @param height of a tile, in pixels of the image
 * @param overlap least share of its side that a tile has in common with its neighbour, from 0 to under 1
 */
public record Tiling(int width, int height, double overlap) {
    /** The share that SAHI's authors use (Akyon et al., 2022). */
    public static final double STANDARD_OVERLAP = 0.2;

    /** Share of which there would be so many tiles that somebody meant percent, or something else. */
    private static final double MOST_OVERLAP = 0.9;

    public Tiling {
        if (width < 1 || height < 1) {
            throw new IllegalArgumentException(
                    "Tiles of at least 1 x 1 pixels were expected, found %d x %d.".formatted(height, width));
        }
        if (!(overlap >= 0 && overlap <= MOST_OVERLAP)) {
            throw new IllegalArgumentException(
                    "An overlap from 0 to %s of a tile's side was expected, found %s. Maybe %s, which is usual."
                            .formatted(MOST_OVERLAP, overlap, STANDARD_OVERLAP));
        }
    }

    /**
     * A piece of an image.
     *
     * @param left column of its first pixel
     * @param top row of its first pixel
     */
    public record Tile(int left, int top, int width, int height) {
        int right() {
            return left + width;
        }

        int bottom() {
            return top + height;
        }
    }

    /** The tiles of an image of that size, row by row from the top. */
    public List<Tile> of(int imageWidth, int imageHeight) {
        int columns = Math.min(width, imageWidth);
        int rows = Math.min(height, imageHeight);
        List<Tile> tiles = new ArrayList<>();
        for (int top : starts(imageHeight, rows)) {
            for (int left : starts(imageWidth, columns)) {
                tiles.add(new Tile(left, top, columns, rows));
            }
        }
        return tiles;
    }

    /** Where tiles begin along a side: the first at its start, the last such that it ends with it. */
    private int[] starts(int side, int tile) {
        int step = Math.max(1, (int) Math.floor(tile * (1 - overlap) + 1e-9));
        int spare = side - tile;
        int last = (spare + step - 1) / step;
        int[] starts = new int[last + 1];
        for (int i = 1; i <= last; i++) {
            starts[i] = (int) ((long) spare * i / last);
        }
        return starts;
    }
}
