package io.falconet.evaluator.train.optimize;

/** The length of a gradient over all values. */
public final class GradientNorm {
    private GradientNorm() {}

    /**
     * Shortens a gradient to at most a norm.
     *
     * @return its norm before
     */
    public static double clip(float[] gradients, double longest) {
        double squares = 0;
        for (float gradient : gradients) {
            squares += (double) gradient * gradient;
        }
        double norm = Math.sqrt(squares);
        if (norm > longest) {
            float factor = (float) (longest / norm);
            for (int i = 0; i < gradients.length; i++) {
                gradients[i] *= factor;
            }
        }
        return norm;
    }
}
