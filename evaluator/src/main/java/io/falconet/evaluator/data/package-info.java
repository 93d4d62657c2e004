/**
 * Labelled images: read with their faults named, decoded once, letterboxed, augmented and dealt in batches; and a
 * generator of data sets of small objects. Knows no engine.
 */
package io.falconet.evaluator.data;
