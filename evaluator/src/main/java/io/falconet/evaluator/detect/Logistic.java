package io.falconet.evaluator.detect;

/**
 * The logistic function and its integral to nine digits, which is more than the 32-bit logits have, and a tenth of what
 * {@link Math} takes: a loss asks for both at every cell and class, millions of times a step. Plain arithmetic, so equal
 * to the bit wherever it runs. What is no number stays none.
 */
public final class Logistic {
    private static final double LOG2_E = 1.4426950408889634;
    private static final double LN_2 = 0.6931471805599453;
    /** Added to a small number it rounds that number, which then stands in the lowest bits. */
    private static final double ROUNDING = 0x1.8p52;

    private static final int BIAS = 1023;
    private static final int EXPONENT_AT = 52;
    /** Below it the exponential is nothing beside any float. */
    private static final double LOWEST = -700;

    /** Below it five terms of a series of squares do; most scores of a detector are so small. */
    private static final double SMALL = 0.01;

    private Logistic() {}

    /** From 0 to 1. */
    public static double sigmoid(double x) {
        double tail = tail(x);
        return sigmoid(x, tail);
    }

    /** The same, given the {@link #tail}. */
    public static double sigmoid(double x, double tail) {
        return (x >= 0 ? 1 : tail) / (1 + tail);
    }

    /** The integral: {@code ln(1 + e^x)}. */
    public static double softplus(double x) {
        return softplus(x, tail(x));
    }

    /** The same, given the {@link #tail}. */
    public static double softplus(double x, double tail) {
        return Math.max(x, 0) + logOnePlus(tail);
    }

    /** {@code e^-|x|}, from which both functions follow: a power of two times the Taylor polynomial about 0. */
    public static double tail(double x) {
        double argument = Math.max(-Math.abs(x), LOWEST);
        double shifted = argument * LOG2_E + ROUNDING;
        double r = argument - (shifted - ROUNDING) * LN_2;
        double power = Double.longBitsToDouble((Double.doubleToRawLongBits(shifted) + BIAS) << EXPONENT_AT);
        double high = 1.0 / 120 + r * (1.0 / 720 + r * (1.0 / 5040 + r * (1.0 / 40320)));
        double low = 1.0 / 6 + r * (1.0 / 24 + r * high);
        return power * (1 + r * (1 + r * (0.5 + r * low)));
    }

    /** {@code ln(1 + t)} for t from 0 to 1, by the series of the inverse hyperbolic tangent. */
    private static double logOnePlus(double t) {
        double s = t / (2 + t);
        double q = s * s;
        double low = 1.0 / 3 + q * (1.0 / 5 + q * (1.0 / 7 + q * (1.0 / 9)));
        if (q < SMALL) {
            return 2 * s * (1 + q * low);
        }
        double high = 1.0 / 11 + q * (1.0 / 13 + q * (1.0 / 15 + q * (1.0 / 17)));
        return 2 * s * (1 + q * (low + q * q * q * q * high));
    }
}
