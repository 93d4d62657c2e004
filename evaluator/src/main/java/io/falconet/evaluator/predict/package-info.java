/** Exported detectors at work on image files of any size. */
package io.falconet.evaluator.predict;
