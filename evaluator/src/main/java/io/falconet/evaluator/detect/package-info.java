/**
 * How detectors learn and speak: for each family of detectors a sub-package with its loss, assigner and decoding, and
 * what they share here. All of it is arithmetic on arrays, with gradients written out, so that it can be tested without
 * an engine.
 */
package io.falconet.evaluator.detect;
