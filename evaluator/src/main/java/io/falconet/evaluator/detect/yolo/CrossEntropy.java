package io.falconet.evaluator.detect.yolo;

/**
 * Binary cross entropy of a logit against a target from 0 to 1.
 *
 * @param positiveWeight how much more a positive target counts
 */
record CrossEntropy(double positiveWeight) {
    double value(double logit, double target) {
        double weight = 1 + (positiveWeight - 1) * target;
        double missed = Math.max(-logit, 0) + Math.log1p(Math.exp(-Math.abs(logit)));
        return (1 - target) * logit + weight * missed;
    }

    /** The derivative by the logit. */
    double slope(double logit, double target) {
        double weight = 1 + (positiveWeight - 1) * target;
        return 1 - target - weight * (1 - sigmoid(logit));
    }

    static double sigmoid(double logit) {
        return 1 / (1 + Math.exp(-logit));
    }
}
