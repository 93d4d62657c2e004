package io.falconet.evaluator.data;

/** An image that can be looked at piece by piece. */
public interface Scenery {
    /** Pixels of a row. */
    int width();

    /** Rows of pixels. */
    int height();

    /**
     * A piece that lies wholly within it. Pieces are best asked for from top to bottom.
     *
     * @throws DatasetException where it cannot be decoded
     */
    Pixels window(int left, int top, int columns, int rows);

    /** How many of its pixels along a side {@link #shrunk} shows as one. */
    int shrinking();

    /**
     * All of it at a size that fits into memory.
     *
     * @throws DatasetException where it cannot be decoded
     */
    Pixels shrunk();
}
