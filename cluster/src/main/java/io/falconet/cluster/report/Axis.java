package io.falconet.cluster.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One direction of a plot.
 *
 * @param title what is shown, with its unit
 * @param low value at the start
 * @param high value at the end
 * @param logarithmic whether equal steps are equal factors
 */
record Axis(String title, double low, double high, boolean logarithmic) {
    private static final int STEPS = 6;
    private static final double[] NICE = {1, 2, 5, 10};

    /** From 0, or a little below the smallest value where all are far from it, to a little over the largest. */
    static Axis linear(String title, double... values) {
        double high = Arrays.stream(values).max().orElse(1);
        double low = Arrays.stream(values).min().orElse(0);
        if (high <= 0) {
            return new Axis(title, 0, 1, false);
        }
        double from = low < high / 2 ? 0 : low;
        double step = step(high > from ? high - from : high);
        double start = Math.floor((from - step / 4) / step) * step;
        return new Axis(title, Math.max(0, start), Math.ceil((high + step / 4) / step) * step, false);
    }

    /** From a little under the smallest value to a little over the largest, all of which are over 0. */
    static Axis logarithmic(String title, double... values) {
        double low = Arrays.stream(values).min().orElse(1);
        double high = Arrays.stream(values).max().orElse(10);
        double margin = Math.pow(high / low, 0.07) * 1.05;
        return new Axis(title, low / margin, high * margin, true);
    }

    private static double step(double range) {
        double rough = range / STEPS;
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        return Arrays.stream(NICE)
                .map(nice -> nice * power)
                .filter(nice -> nice >= rough * 0.999)
                .findFirst()
                .orElseThrow();
    }

    /** Where a value lies, from 0 at the start to 1 at the end. */
    double place(double value) {
        return logarithmic ? Math.log(value / low) / Math.log(high / low) : (value - low) / (high - low);
    }

    /** Round values within. */
    List<Double> ticks() {
        return logarithmic ? factors() : steps();
    }

    private List<Double> steps() {
        double step = step(high - low);
        List<Double> ticks = new ArrayList<>();
        for (long i = (long) Math.ceil(low / step - 1e-9); i * step <= high * (1 + 1e-9); i++) {
            ticks.add(i * step);
        }
        return ticks;
    }

    private List<Double> factors() {
        List<Double> few = factors(1, 2, 5);
        return few.size() < STEPS - 1 ? factors(1, 1.5, 2, 3, 4, 5, 7) : few;
    }

    private List<Double> factors(double... digits) {
        List<Double> ticks = new ArrayList<>();
        for (int power = (int) Math.floor(Math.log10(low)); power <= Math.log10(high); power++) {
            for (double digit : digits) {
                double tick = digit * Math.pow(10, power);
                if (tick >= low && tick <= high) {
                    ticks.add(tick);
                }
            }
        }
        return ticks;
    }

    /** A round value as people write it. */
    static String label(double tick) {
        BigDecimal rounded = new BigDecimal(tick).round(new MathContext(3)).stripTrailingZeros();
        return (rounded.scale() < 0 ? rounded.setScale(0) : rounded).toPlainString();
    }
}
