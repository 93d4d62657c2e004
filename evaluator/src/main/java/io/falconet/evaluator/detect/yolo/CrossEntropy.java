package io.falconet.evaluator.detect.yolo;

import io.falconet.evaluator.detect.Logistic;

/**
 * Binary cross entropy of a logit against a target from 0 to 1.
 *
 * @param positiveWeight how much more a positive target counts
 */
record CrossEntropy(double positiveWeight) {
    double value(double logit, double target) {
        return (1 - target) * logit + weight(target) * Logistic.softplus(-logit);
    }

    /** The derivative by the logit. */
    double slope(double logit, double target) {
        return 1 - target - weight(target) * Logistic.sigmoid(-logit);
    }

    private double weight(double target) {
        return 1 + (positiveWeight - 1) * target;
    }

    static double sigmoid(double logit) {
        return 1 / (1 + Math.exp(-logit));
    }
}
