package io.falconet.space.search.surrogate;

import io.falconet.space.search.surrogate.Traits.Likeness;

/**
 * How alike the outcomes of two candidates are taken to be: a sum of what each decision adds for itself, of what decisions
 * do together, of the numbers' own effects, and of what numbers do together. All of them are covariance functions
 * (Rasmussen and Williams, 2006, chapter 4), so their sum is one.
 *
 * @param logarithms of the parameters, in the order of {@link #USUAL}
 */
record Kernel(double[] logarithms) {
    /**
     * Variances of the decisions' own effects, of their joint ones, of the numbers' own effects and of their joint ones; how
     * fast likeness falls with the share of decisions that differ; over what distance of the numbers it falls; and the
     * variance of what nothing explains; and the odds that gates hold, where there are some.
     */
    static final double[] USUAL = logarithms(0.3, 0.5, 0.1, 0.5, 2.1, 0.9, 0.02, 9);

    /** How far, as logarithms, the parameters lie from the usual ones before anything is known. */
    static final double[] SPREAD = {1, 1, 1, 1, 0.7, 0.7, 1, 1.5};

    /** Variance of the mean, which is not known either. */
    private static final double MEAN = 1;

    static Kernel usual() {
        return new Kernel(USUAL);
    }

    private static double[] logarithms(double... parameters) {
        double[] logarithms = new double[parameters.length];
        for (int i = 0; i < parameters.length; i++) {
            logarithms[i] = Math.log(parameters[i]);
        }
        return logarithms;
    }

    /** The kernel whose parameter of that index is as many times larger as the exponential of the step. */
    Kernel moved(int parameter, double step) {
        double[] moved = logarithms.clone();
        moved[parameter] += step;
        return new Kernel(moved);
    }

    /** Minus the logarithm of how likely the parameters are before anything is known, but for a constant. */
    double surprise() {
        double sum = 0;
        for (int i = 0; i < logarithms.length; i++) {
            double off = (logarithms[i] - USUAL[i]) / SPREAD[i];
            sum += off * off / 2;
        }
        return sum;
    }

    double noise() {
        return Math.exp(logarithms[6]);
    }

    /** How much of the likeness is between what candidates decide for in effect, not as they say: from 0 to 1. */
    double trust() {
        return 1 / (1 + Math.exp(-logarithms[7]));
    }

    /** With the parameters' exponentials taken once. */
    Covariance covariance() {
        double length = Math.exp(logarithms[5]);
        return new Covariance(
                Math.exp(logarithms[0]),
                Math.exp(logarithms[1]),
                Math.exp(logarithms[2]),
                Math.exp(logarithms[3]),
                Math.exp(logarithms[4]),
                1 / (2 * length * length));
    }

    /** Covariances of outcomes. */
    record Covariance(
            double decisions, double together, double numbers, double nearby, double decay, double closeness) {
        double of(Likeness likeness) {
            return MEAN
                    + decisions * likeness.agreement()
                    + together * Math.exp(-decay * likeness.difference())
                    + numbers * likeness.product()
                    + nearby * Math.exp(-closeness * likeness.distance());
        }
    }
}
