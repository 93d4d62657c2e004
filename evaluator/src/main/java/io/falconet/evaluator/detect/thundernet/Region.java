package io.falconet.evaluator.detect.thundernet;

import io.falconet.evaluator.detect.Box;

/**
 * A part of an image that may hold an object.
 *
 * @param image its number in the batch
 * @param box in pixels of the network's input
 */
public record Region(int image, Box box) {}
