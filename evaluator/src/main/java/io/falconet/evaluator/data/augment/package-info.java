/** Changes of finished training canvases: arrays of values and their boxes, no files. */
package io.falconet.evaluator.data.augment;
