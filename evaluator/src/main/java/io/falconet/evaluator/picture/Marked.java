package io.falconet.evaluator.picture;

/**
 * An object to be marked.
 *
 * @param classIndex decides the colour
 * @param name of the class
 * @param score confidence from 0 to 1
 * @param x1 left edge in pixels of the photograph
 * @param y1 top edge
 * @param x2 right edge
 * @param y2 bottom edge
 */
public record Marked(int classIndex, String name, double score, double x1, double y1, double x2, double y2) {}
