/** Exported detectors at work on image files of any size, at a glance or tile by tile. */
package io.falconet.evaluator.predict;
