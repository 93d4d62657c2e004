package io.falconet.space.outcome;

/**
 * One epoch of a training.
 *
 * @param epoch from 1
 * @param loss mean training loss over the epoch
 * @param learningRate at the epoch's end
 * @param seconds the epoch took
 */
public record EpochRecord(int epoch, double loss, double learningRate, double seconds) {}
