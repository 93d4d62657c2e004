package io.falconet.evaluator.train;

/**
 * What a training's next batch builds on. The arrays are those in use, not copies.
 *
 * @param values of the network, running statistics included
 * @param memory of the optimiser
 * @param steps of the optimiser
 * @param average of the values, empty where none is kept
 * @param averageUpdates how many values it has taken in
 * @param waiting gradients that wait for a step, empty where none do
 * @param batchesWaiting of how many batches they are
 */
record TrainingState(
        float[] values,
        float[][] memory,
        int steps,
        float[] average,
        int averageUpdates,
        float[] waiting,
        int batchesWaiting) {}
