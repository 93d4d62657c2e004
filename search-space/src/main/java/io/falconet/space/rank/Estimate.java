package io.falconet.space.rank;

/**
 * A number that follows from a sample, and where it probably lies.
 *
 * @param value NaN where the sample does not tell
 * @param low lower end of the 95 % interval, NaN where it is not known
 * @param high upper end
 */
public record Estimate(double value, double low, double high) {}
