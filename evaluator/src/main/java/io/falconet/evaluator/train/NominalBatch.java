package io.falconet.evaluator.train;

/**
 * The batch that a recipe was made for, and what happens where a training's is another.
 *
 * @param images a step; 0 if the recipe holds for any batch
 * @param way what happens
 * @param remainder whether what does not fill an epoch's last batch makes a smaller one, or is left out
 */
public record NominalBatch(int images, Way way, boolean remainder) {
    /** What happens where the batch is another. */
    public enum Way {
        /** The learning rate changes in proportion (Goyal et al., 2017). */
        SCALE_RATE,
        /** Gradients of several smaller batches are summed for a step. */
        ACCUMULATE
    }

    /** The recipe holds for any batch. */
    public static final NominalBatch ANY = new NominalBatch(0, Way.SCALE_RATE, false);

    /** By what the learning rate is multiplied. */
    double rateFactor(int batch) {
        return images > 0 && way == Way.SCALE_RATE ? (double) batch / images : 1;
    }

    /**
     * How many batches make a step.
     *
     * @param warmth how much of the warm-up is done, from 0 to 1; it begins with one
     */
    int passes(int batch, double warmth) {
        if (images == 0 || way != Way.ACCUMULATE) {
            return 1;
        }
        return (int) Math.max(1, Math.round(1 + warmth * ((double) images / batch - 1)));
    }
}
