package io.falconet.evaluator.detect.gfl;

import io.falconet.evaluator.detect.Logistic;

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
        double tail = Logistic.tail(logit);
        float score = (float) Logistic.sigmoid(logit, tail);
        float entropy = (float) Logistic.softplus(logit, tail);
        gradient[at] = scale * score * score * (score + 2 * (1 - score) * entropy);
        return entropy * score * score;
    }

    /** The loss of the class that a cell is to predict with the given quality from 0 to 1. */
    public static float object(float logit, float quality, float[] gradient, int at, float scale) {
        double tail = Logistic.tail(logit);
        float score = (float) Logistic.sigmoid(logit, tail);
        float entropy = (float) Logistic.softplus(logit, tail) - logit * quality;
        float off = score - quality;
        gradient[at] = scale * off * (off * off + 2 * entropy * score * (1 - score));
        return entropy * off * off;
    }

    static float sigmoid(float logit) {
        return 1 / (1 + (float) Math.exp(-logit));
    }
}
