package io.falconet.evaluator.detect;

/**
 * An object that a detector sees.
 *
 * @param classIndex index into the data set's classes
 * @param score confidence from 0 to 1
 * @param box in pixels of the network's input
 */
public record ScoredBox(int classIndex, float score, Box box) {}
