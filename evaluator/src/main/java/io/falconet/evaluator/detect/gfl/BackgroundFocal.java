package io.falconet.evaluator.detect.gfl;

import java.util.Arrays;

/**
 * {@link QualityFocal#background} for many logits at once, to five digits of each: a batch has hundreds of thousands of
 * them, and nearly all of its time would go into them one by one. The work goes through in short loops over small arrays
 * with no branch and no conversion, which is what Java compiles to vector instructions. Not thread-safe: one a loss.
 */
final class BackgroundFocal {
    private static final int BLOCK = 512;
    /** Beyond it a logit's sign is all that counts. */
    private static final float FAR = 32;

    private static final float STEEP = 1e38f;

    private final float[] logits = new float[BLOCK];
    private final float[] tails = new float[BLOCK];
    private final float[] scores = new float[BLOCK];
    private final float[] entropies = new float[BLOCK];
    private final float[] derivatives = new float[BLOCK];
    private final float[] losses = new float[BLOCK];

    /**
     * The sum of the losses from one place up to another, with each one's derivative put into the gradient.
     *
     * @param scale factor of the derivatives
     */
    double sum(float[] from, float[] gradient, int start, int end, float scale) {
        Arrays.fill(losses, 0);
        for (int at = start; at < end; at += BLOCK) {
            int length = Math.min(BLOCK, end - at);
            System.arraycopy(from, at, logits, 0, length);
            Arrays.fill(logits, length, BLOCK, -FAR);
            fractions(logits, tails);
            powers(tails);
            scores(logits, tails, scores);
            entropies(logits, tails, entropies);
            losses(scores, entropies, derivatives, losses, scale);
            System.arraycopy(derivatives, 0, gradient, at, length);
        }
        double sum = 0;
        for (float loss : losses) {
            sum += loss;
        }
        return sum;
    }

    /** {@code e^(-|x| / 32)}, by its Taylor polynomial. */
    private static void fractions(float[] x, float[] into) {
        for (int i = 0; i < BLOCK; i++) {
            float u = Math.min(Math.abs(x[i]), FAR) / FAR;
            float highest = 1f / 5040 - u * (1f / 40320 - u * (1f / 362880));
            float high = 1f / 24 - u * (1f / 120 - u * (1f / 720 - u * highest));
            into[i] = 1 - u * (1 - u * (0.5f - u * (1f / 6 - u * high)));
        }
    }

    /** Their 32nd powers: {@code t = e^-|x|}. */
    private static void powers(float[] t) {
        for (int i = 0; i < BLOCK; i++) {
            float two = t[i] * t[i];
            float four = two * two;
            float eight = four * four;
            float sixteen = eight * eight;
            t[i] = sixteen * sixteen;
        }
    }

    /** The logistic function: {@code 1 / (1 + t)} of positive logits, {@code t / (1 + t)} of others. */
    private static void scores(float[] x, float[] t, float[] into) {
        for (int i = 0; i < BLOCK; i++) {
            float positive = Math.min(Math.max(x[i] * STEEP, 0), 1);
            into[i] = (t[i] + positive * (1 - t[i])) / (1 + t[i]);
        }
    }

    /** {@code ln(1 + e^x)}: the logit if positive, and ln(1 + t) by the series of the inverse hyperbolic tangent. */
    private static void entropies(float[] x, float[] t, float[] into) {
        for (int i = 0; i < BLOCK; i++) {
            float s = t[i] / (2 + t[i]);
            float q = s * s;
            float high = 2f / 7 + q * (2f / 9 + q * (2f / 11 + q * (2f / 13)));
            into[i] = Math.max(x[i], 0) + s * (2 + q * (2f / 3 + q * (2f / 5 + q * high)));
        }
    }

    private static void losses(float[] score, float[] entropy, float[] derivative, float[] loss, float scale) {
        for (int i = 0; i < BLOCK; i++) {
            float square = score[i] * score[i];
            derivative[i] = scale * square * (score[i] + 2 * (1 - score[i]) * entropy[i]);
            loss[i] += square * entropy[i];
        }
    }
}
