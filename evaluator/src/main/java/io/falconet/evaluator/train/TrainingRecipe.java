package io.falconet.evaluator.train;

import io.falconet.evaluator.data.Augmentation;

/**
 * How a detector is trained, apart from for how long.
 *
 * @param learningRate at its highest
 * @param weightDecay of convolution kernels, decoupled from the gradient; norms and biases are not decayed
 * @param warmUp share of all steps in which the learning rate rises linearly from zero
 * @param finalShare share of the highest learning rate that is left at the end of its fall along a cosine
 * @param clipNorm longest gradient, over all values; longer ones are shortened
 * @param averageDecay share of the old in the moving average of weights that is kept as the result; 0 keeps the last
 *     weights
 * @param augmentation of training images
 * @param everyObject whether objects that the family's rule gives to no cell, mostly very small ones, get one
 */
public record TrainingRecipe(
        double learningRate,
        double weightDecay,
        double warmUp,
        double finalShare,
        double clipNorm,
        double averageDecay,
        Augmentation augmentation,
        boolean everyObject) {
    /** Too few passes over the data to learn from more variety than this. */
    private static final Augmentation MIRRORED = new Augmentation(0.5, 0, 1, 1, 0, 0, 0, 0, 0, 0);

    /**
     * For trainings from scratch of a hundred to some hundred steps. The learning rate is twenty times what long trainings
     * use and decides most of what such a training reaches; it rises for a third of the way (Smith and Topin, 2018).
     */
    public static final TrainingRecipe SHORT = new TrainingRecipe(2e-2, 0.05, 0.3, 0.05, 35, 0, MIRRORED, true);

    public TrainingRecipe {
        if (!(learningRate > 0) || !(warmUp >= 0 && warmUp < 1) || !(averageDecay >= 0 && averageDecay < 1)) {
            throw new IllegalArgumentException(
                    "A recipe needs a learning rate over 0, warm-up and average decay from 0 to below 1, found %s, %s and %s."
                            .formatted(learningRate, warmUp, averageDecay));
        }
    }

    /** The same with other augmentation. */
    public TrainingRecipe with(Augmentation other) {
        return new TrainingRecipe(
                learningRate, weightDecay, warmUp, finalShare, clipNorm, averageDecay, other, everyObject);
    }

    /** The learning rate of a step, counted from 0. */
    double learningRate(int step, int steps) {
        double rising = Math.max(1, Math.round(warmUp * steps));
        if (step < rising) {
            return learningRate * (step + 1) / rising;
        }
        double progress = (step - rising) / Math.max(1, steps - rising);
        return learningRate * (finalShare + (1 - finalShare) * (1 + Math.cos(Math.PI * progress)) / 2);
    }
}
