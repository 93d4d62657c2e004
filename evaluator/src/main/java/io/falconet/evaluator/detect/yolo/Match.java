package io.falconet.evaluator.detect.yolo;

/**
 * An anchor of a cell that is to predict an object.
 *
 * @param image number in the batch
 * @param anchor number on the level
 * @param row of the cell
 * @param column of the cell
 * @param classIndex the object's class
 * @param box the object, from the cell's corner, in cells
 */
public record Match(int image, int anchor, int row, int column, int classIndex, CenteredBox box) {}
