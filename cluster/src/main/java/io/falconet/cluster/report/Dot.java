package io.falconet.cluster.report;

/**
 * A point of a plot.
 *
 * @param name that stands beside it where there is room
 * @param look number of its colour and shape
 * @param strong whether its name is found room for first, and stands out
 * @param x where it lies
 * @param low lower end of an interval along x; x itself where there is none
 * @param high upper end of it
 * @param y where it lies
 * @param detail all of it in words, for who points at it or hears the page read
 */
record Dot(String name, int look, boolean strong, double x, double low, double high, double y, String detail) {
    /** A point without an interval. */
    static Dot at(String name, int look, boolean strong, double x, double y, String detail) {
        return new Dot(name, look, strong, x, x, x, y, detail);
    }
}
