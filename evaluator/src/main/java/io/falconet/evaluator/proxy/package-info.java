/**
 * Scores without training: what an untrained network, or its first look at a few images, says of what it would learn. Each
 * costs about as much as a training step, and is worth something where it ranks detectors better than their parameters and
 * multiply-accumulates do, which are scores here too.
 */
package io.falconet.evaluator.proxy;
