package io.falconet.evaluator;

import io.falconet.evaluator.engine.Processor;

/**
 * One evaluation, while it is under way.
 *
 * @param stamp where its numbers come from
 * @param log what is told of it
 * @param processor that trains
 * @param threads of the CPU with which it does
 */
record Attempt(Stamp stamp, TrainingLog log, Processor processor, int threads) {}
