package io.falconet.evaluator.synthetic;

import java.util.SplittableRandom;

/** Smooth value noise from 0 to 1, and its sum over octaves. Repeats after 256 cells. */
final class Noise {
    /** Cells after which it repeats, a power of 2. */
    private static final int PERIOD = 256;

    private final float[] corners = new float[PERIOD * PERIOD];

    Noise(SplittableRandom random) {
        for (int i = 0; i < corners.length; i++) {
            corners[i] = (float) random.nextDouble();
        }
    }

    double at(double x, double y) {
        long cellX = (long) Math.floor(x);
        long cellY = (long) Math.floor(y);
        double u = smooth(x - cellX);
        double v = smooth(y - cellY);
        double top = corner(cellX, cellY) * (1 - u) + corner(cellX + 1, cellY) * u;
        double bottom = corner(cellX, cellY + 1) * (1 - u) + corner(cellX + 1, cellY + 1) * u;
        return top * (1 - v) + bottom * v;
    }

    /** Fractal noise: each octave twice as fine and half as strong. */
    double octaves(double x, double y, int octaves) {
        double sum = 0;
        double strength = 0.5;
        double total = 0;
        double fine = 1;
        for (int i = 0; i < octaves; i++) {
            sum += strength * at(x * fine + 17.3 * i, y * fine - 9.1 * i);
            total += strength;
            strength /= 2;
            fine *= 2;
        }
        return sum / total;
    }

    /** A value that belongs to a whole cell. */
    double cell(double x, double y) {
        return corner((long) Math.floor(x), (long) Math.floor(y));
    }

    private double corner(long x, long y) {
        return corners[(int) ((y & (PERIOD - 1)) * PERIOD + (x & (PERIOD - 1)))];
    }

    private static double smooth(double t) {
        return t * t * (3 - 2 * t);
    }
}
