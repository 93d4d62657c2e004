package io.falconet.space.search.surrogate;

/**
 * What is expected of a candidate, on the scale of normal scores: larger is worse, as of all that is minimised.
 *
 * @param deviation how far off that may be
 */
public record Belief(double mean, double deviation) {}
