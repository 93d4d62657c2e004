package io.falconet.cluster.report;

/**
 * A point of a plot.
 *
 * @param name that stands beside it where there is room
 * @param look number of its colour and shape
 * @param strong whether it stands out, and its name is found room for first
 * @param named whether its name is to stand beside it at all
 * @param x where it lies
 * @param low lower end of an interval along x; x itself where there is none
 * @param high upper end of it
 * @param y where it lies
 * @param detail all of it in words, for who points at it or hears the page read
 */
record Dot(
        String name,
        int look,
        boolean strong,
        boolean named,
        double x,
        double low,
        double high,
        double y,
        String detail) {
    /** A point without an interval. */
    static Dot at(String name, int look, boolean strong, double x, double y, String detail) {
        return new Dot(name, look, strong, true, x, x, x, y, detail);
    }

    /** The same, with its name beside it or without. */
    Dot named(boolean whether) {
        return new Dot(name, look, strong, whether, x, low, high, y, detail);
    }
}
