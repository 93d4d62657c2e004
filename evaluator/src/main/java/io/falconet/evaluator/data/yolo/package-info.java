/**
 * Data sets in YOLO's format: a text file an image, a line {@code class cx cy width height} an object, in parts of the
 * image's sides. Described by a {@code data.yaml}, by darknet's {@code .data} file and lists, or by nothing but the folder.
 */
package io.falconet.evaluator.data.yolo;
