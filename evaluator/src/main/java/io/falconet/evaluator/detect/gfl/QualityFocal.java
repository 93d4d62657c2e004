package io.falconet.evaluator.detect.gfl;

/**
 * Quality focal loss (Li et al., 2020) with beta 2: cross entropy of a class score against the quality of the predicted
 * box, weighted by the square of how far the score is off.
 */
public final class QualityFocal {
    private QualityFocal() {}

    /**
     * The loss of a class that a cell is not to predict, which adds its derivative to {@code gradient[at]}.
     *
     * @param scale factor of the derivative
     */
    public static float background(float logit, float[] gradient, int at, float scale) {
        float score = sigmoid(logit);
        float entropy = softplus(logit);
        gradient[at] = scale * score * score * (score + 2 * (1 - score) * entropy);
        return entropy * score * score;
    }

    /** The loss of the class that a cell is to predict with the given quality from 0 to 1. */
    public static float object(float logit, float quality, float[] gradient, int at, float scale) {
        float score = sigmoid(logit);
        float entropy = softplus(logit) - logit * quality;
        float off = score - quality;
        gradient[at] = scale * off * (off * off + 2 * entropy * score * (1 - score));
        return entropy * off * off;
    }

    static float sigmoid(float logit) {
        return 1 / (1 + (float) Math.exp(-logit));
    }

    private static float softplus(float x) {
        return Math.max(x, 0) + (float) Math.log(1 + Math.exp(-Math.abs(x)));
    }
}
