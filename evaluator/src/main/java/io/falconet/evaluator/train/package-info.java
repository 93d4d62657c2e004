/** Trains detectors from scratch within a fidelity, and lets trained ones look at images. */
package io.falconet.evaluator.train;
