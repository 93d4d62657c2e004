/**
 * Runs a {@link io.falconet.space.graph.Network} with PyTorch through DJL: weights by key, forward and backward passes,
 * and the gate that keeps training and latency measurements apart. With {@code detect}, the only place that sees
 * {@code ai.djl}.
 */
package io.falconet.evaluator.engine;
