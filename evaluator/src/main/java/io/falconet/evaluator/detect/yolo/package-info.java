/**
 * YOLOv5's way to teach and read detectors with anchors (release 7.0): overlap measures, anchors and their figures,
 * assignment, loss, decoding.
 */
package io.falconet.evaluator.detect.yolo;
