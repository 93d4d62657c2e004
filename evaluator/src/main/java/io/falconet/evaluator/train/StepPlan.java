package io.falconet.evaluator.train;

import io.falconet.evaluator.train.optimize.StepSize;

/**
 * How large each step of one training is.
 *
 * @param images in a batch
 * @param perEpoch batches of an epoch
 * @param batches of the whole training, of which this may be the beginning
 */
record StepPlan(TrainingRecipe recipe, int images, int perEpoch, int batches) {
    /** The size of the step after a batch, counted from 0. */
    StepSize size(int batch) {
        StepSize size = recipe.schedule()
                .at(batch, perEpoch, batches, recipe.optimization().momentum());
        double factor = recipe.batch().rateFactor(images);
        return factor == 1 ? size : new StepSize(size.rate() * factor, size.biasRate() * factor, size.momentum());
    }

    /** How many batches make a step, from a batch on. */
    int passes(int batch) {
        return recipe.batch().passes(images, recipe.schedule().warmth(batch, perEpoch, batches));
    }
}
