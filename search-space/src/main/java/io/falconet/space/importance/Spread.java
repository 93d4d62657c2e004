package io.falconet.space.importance;

/** Mean and variance of numbers that come one after the other (Welford, 1962). */
final class Spread {
    private long count;
    private double mean;
    private double squares;

    void add(double value) {
        count++;
        double off = value - mean;
        mean += off / count;
        squares += off * (value - mean);
    }

    /** The variance of these very numbers; 0 of none. */
    double variance() {
        return count == 0 ? 0 : squares / count;
    }
}
