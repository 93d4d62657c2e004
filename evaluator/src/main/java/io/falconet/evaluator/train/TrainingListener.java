package io.falconet.evaluator.train;

import io.falconet.space.outcome.EpochRecord;

/** Hears how a training goes, on the training's thread. */
public interface TrainingListener {
    /** Hears nothing. */
    TrainingListener SILENT = new TrainingListener() {};

    /**
     * A step is done.
     *
     * @param epoch from 1
     * @param step done so far, over all epochs, from 1
     * @param steps of the whole training
     * @param loss of the step's batch
     */
    default void stepDone(int epoch, int step, int steps, double loss) {}

    /**
     * The training goes on from a checkpoint.
     *
     * @param epochs done before
     */
    default void goesOn(int epochs) {}

    /** An epoch is done. */
    default void epochDone(EpochRecord epoch) {}

    /** The training is done. */
    default void done(TrainingTime time) {}

    /** Hears for itself, then for another. */
    default TrainingListener and(TrainingListener other) {
        TrainingListener first = this;
        return new TrainingListener() {
            @Override
            public void stepDone(int epoch, int step, int steps, double loss) {
                first.stepDone(epoch, step, steps, loss);
                other.stepDone(epoch, step, steps, loss);
            }

            @Override
            public void goesOn(int epochs) {
                first.goesOn(epochs);
                other.goesOn(epochs);
            }

            @Override
            public void epochDone(EpochRecord epoch) {
                first.epochDone(epoch);
                other.epochDone(epoch);
            }

            @Override
            public void done(TrainingTime time) {
                first.done(time);
                other.done(time);
            }
        };
    }
}
