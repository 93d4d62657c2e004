/** Pictures of what a detector found. Java2D, without a screen. */
package io.falconet.evaluator.picture;
