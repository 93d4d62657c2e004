package io.falconet.latency.predict;

/**
 * Least squares with no negative coefficient, from the normal equations, by coordinate descent (Franc, Hlavac and Navara,
 * 2005): each coefficient in turn takes the best value that it may have, until none moves.
 */
final class PositiveSolution {
    private static final int SWEEPS = 20_000;
    private static final double STILL = 1e-9;

    private PositiveSolution() {}

    /**
     * The coefficients x, none under 0, for which xᵀ squares x - 2 sumsᵀ x is smallest.
     *
     * @param squares symmetric, with a positive diagonal
     */
    static double[] of(double[][] squares, double[] sums) {
        double[] found = new double[sums.length];
        double[] gradient = sums.clone();
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            double largest = 0;
            double moved = 0;
            for (int k = 0; k < found.length; k++) {
                double next = Math.max(0, found[k] + gradient[k] / squares[k][k]);
                double step = next - found[k];
                if (step != 0) {
                    for (int j = 0; j < found.length; j++) {
                        gradient[j] -= step * squares[j][k];
                    }
                    found[k] = next;
                }
                moved = Math.max(moved, Math.abs(step));
                largest = Math.max(largest, next);
            }
            if (moved <= STILL * largest) {
                break;
            }
        }
        return found;
    }
}
