package io.falconet.evaluator.detect.gfl;

/**
 * A predicted distance from a cell's point to an edge of its object: a distribution over 0 … regMax strides, of which
 * the mean is the distance (Li et al., 2020).
 */
public final class DistanceDistribution {
    /** The largest distance that is learned, below regMax so that it lies between two bins. */
    private static final float LAST_BIN_MARGIN = 0.1f;

    private final float[] probabilities;
    private final float mean;

    /**
     * @param logits array that holds the logits
     * @param offset of the first bin's logit
     * @param step from one bin's logit to the next
     */
    public DistanceDistribution(float[] logits, int offset, int step, int bins) {
        probabilities = new float[bins];
        float largest = Float.NEGATIVE_INFINITY;
        for (int bin = 0; bin < bins; bin++) {
            largest = Math.max(largest, logits[offset + bin * step]);
        }
        float sum = 0;
        for (int bin = 0; bin < bins; bin++) {
            probabilities[bin] = (float) Math.exp(logits[offset + bin * step] - largest);
            sum += probabilities[bin];
        }
        float expectation = 0;
        for (int bin = 0; bin < bins; bin++) {
            probabilities[bin] /= sum;
            expectation += bin * probabilities[bin];
        }
        mean = expectation;
    }

    /** The distance, in strides. */
    public float mean() {
        return mean;
    }

    /** The nearest distance that can be learned. */
    float learnable(float distance) {
        return Math.max(0, Math.min(distance, probabilities.length - 1 - LAST_BIN_MARGIN));
    }

    /** Distribution focal loss: cross entropy against the two bins around a {@linkplain #learnable} distance. */
    public float focalLoss(float distance) {
        int below = (int) distance;
        float upper = distance - below;
        return -(1 - upper) * logProbability(below) - upper * logProbability(below + 1);
    }

    private float logProbability(int bin) {
        return (float) Math.log(Math.max(probabilities[bin], Float.MIN_NORMAL));
    }

    /**
     * Adds derivatives by the logits.
     *
     * @param byMean derivative of the loss by the mean
     * @param byFocal derivative of the loss by {@link #focalLoss} of that distance
     */
    void addGradient(float[] gradient, int offset, int step, float byMean, float byFocal, float distance) {
        int below = (int) distance;
        float upper = distance - below;
        for (int bin = 0; bin < probabilities.length; bin++) {
            float p = probabilities[bin];
            float target = bin == below ? 1 - upper : bin == below + 1 ? upper : 0;
            gradient[offset + bin * step] += byMean * p * (bin - mean) + byFocal * (p - target);
        }
    }
}
