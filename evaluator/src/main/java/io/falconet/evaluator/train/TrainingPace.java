package io.falconet.evaluator.train;

import java.util.OptionalLong;

/**
 * How fast a training went.
 *
 * @param imagesPerSecond at the median of its steps
 * @param imagesPerProcessorSecond the same by the processor time of the training's own thread: with one thread, what an
 *     idle machine would give
 * @param waitingShare share of the time in which the next batch was not there yet, from 0 to 1
 * @param settledBytes memory of the process after 200 steps, heap and native, if it came so far and the system tells
 * @param lastBytes the same after the last step
 */
public record TrainingPace(
        double imagesPerSecond,
        double imagesPerProcessorSecond,
        double waitingShare,
        OptionalLong settledBytes,
        OptionalLong lastBytes) {}
