package io.falconet.evaluator.verify;

/**
 * The rule that fills weights and inputs of reference vectors, the same in every language: a hash of a tensor's number and
 * an element's index in 32-bit arithmetic gives a number in [0, 1) that 32-bit floating point holds exactly.
 */
public final class FillRule {
    private FillRule() {}

    /** A number in [0, 1) for an element of a tensor. */
    public static double uniform(int tensor, int element) {
        int x = (int) (element * 2654435761L + tensor * 40503L + 1);
        x = (x ^ x >>> 15) * (int) 2246822519L;
        x = (x ^ x >>> 13) * (int) 3266489917L;
        x ^= x >>> 16;
        return (x >>> 8) / (double) (1 << 24);
    }

    /** The first elements of an input, from -1 to 1. */
    public static float[] input(int tensor, int count) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) (2 * uniform(tensor, i) - 1);
        }
        return values;
    }
}
