package io.falconet.evaluator.train.optimize;

/** The length of a gradient over all values. */
public final class GradientNorm {
    /** Sums that grow side by side: one alone makes each addition wait for the last. */
    private static final int LANES = 4;

    private GradientNorm() {}

    /**
     * Shortens a gradient to at most a norm.
     *
     * @return its norm before
     */
    public static double clip(float[] gradients, double longest) {
        double norm = Math.sqrt(squares(gradients));
        if (norm > longest) {
            float factor = (float) (longest / norm);
            for (int i = 0; i < gradients.length; i++) {
                gradients[i] *= factor;
            }
        }
        return norm;
    }

    private static double squares(float[] gradients) {
        double first = 0;
        double second = 0;
        double third = 0;
        double fourth = 0;
        int whole = gradients.length - gradients.length % LANES;
        for (int i = 0; i < whole; i += LANES) {
            first += (double) gradients[i] * gradients[i];
            second += (double) gradients[i + 1] * gradients[i + 1];
            third += (double) gradients[i + 2] * gradients[i + 2];
            fourth += (double) gradients[i + 3] * gradients[i + 3];
        }
        for (int i = whole; i < gradients.length; i++) {
            first += (double) gradients[i] * gradients[i];
        }
        return first + second + third + fourth;
    }
}
