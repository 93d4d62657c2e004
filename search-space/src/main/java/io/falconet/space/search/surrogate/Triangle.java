package io.falconet.space.search.surrogate;

import java.util.Arrays;
import java.util.List;

/** Lower triangular matrices, row by row; rows end at the diagonal. */
final class Triangle {
    /** Added to variances: likenesses are not exact to the last digit. */
    private static final double JITTER = 1e-8;

    private static final int BLOCK = 4;

    private Triangle() {}

    /**
     * Turns a row of covariances into the next one of their Cholesky factor.
     *
     * @throws ArithmeticException if rounding left no positive definite matrix
     */
    static void complete(double[] row, List<double[]> above) {
        int last = above.size();
        for (int k = 0; k < last; k++) {
            double[] other = above.get(k);
            row[k] = (row[k] - product(row, other, k)) / other[k];
        }
        double rest = row[last] + JITTER - product(row, row, last);
        if (!(rest > 0)) {
            throw new ArithmeticException("The covariances of %d candidates are singular.".formatted(last + 1));
        }
        row[last] = Math.sqrt(rest);
    }

    /**
     * The Cholesky factor of covariances. It is worked out from its columns, four at a time, in loops that Java compiles to vector
     * instructions.
     *
     * @param covariances lower triangle, without the noise; what is left in it is of no use
     * @throws ArithmeticException if rounding left no positive definite matrix
     */
    static double[][] factor(double[][] covariances, double noise) {
        int size = covariances.length;
        double[][] columns = new double[size][size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j <= i; j++) {
                columns[j][i] = covariances[i][j];
            }
            columns[i][i] += noise + JITTER;
        }
        for (int from = 0; from < size; from += BLOCK) {
            int to = Math.min(from + BLOCK, size);
            for (int k = from; k < to; k++) {
                for (int before = from; before < k; before++) {
                    subtract(columns[k], columns[before], columns[before][k], k, size);
                }
                scale(columns[k], k, size);
            }
            for (int k = to; k < size; k++) {
                subtractBlock(columns[k], columns, from, to, k, size);
            }
        }
        for (int i = 0; i < size; i++) {
            for (int j = 0; j <= i; j++) {
                covariances[i][j] = columns[j][i];
            }
        }
        return covariances;
    }

    private static void scale(double[] column, int diagonal, int size) {
        if (!(column[diagonal] > 0)) {
            throw new ArithmeticException("The covariances of %d candidates are singular.".formatted(size));
        }
        double root = Math.sqrt(column[diagonal]);
        for (int i = diagonal; i < size; i++) {
            column[i] /= root;
        }
    }

    private static void subtractBlock(double[] column, double[][] columns, int from, int to, int start, int size) {
        if (to - from < BLOCK) {
            for (int k = from; k < to; k++) {
                subtract(column, columns[k], columns[k][start], start, size);
            }
            return;
        }
        double[] a = columns[from];
        double[] b = columns[from + 1];
        double[] c = columns[from + 2];
        double[] d = columns[from + 3];
        double ofA = a[start];
        double ofB = b[start];
        double ofC = c[start];
        double ofD = d[start];
        for (int i = start; i < size; i++) {
            column[i] -= ofA * a[i] + ofB * b[i] + ofC * c[i] + ofD * d[i];
        }
    }

    private static void subtract(double[] column, double[] other, double times, int start, int size) {
        for (int i = start; i < size; i++) {
            column[i] -= times * other[i];
        }
    }

    /** The inverse of the matrix of which this is the Cholesky factor: its lower triangle. */
    static double[][] inverse(List<double[]> factor) {
        int size = factor.size();
        double[][] inverse = new double[size][];
        for (int i = 0; i < size; i++) {
            double[] unit = new double[size];
            unit[i] = 1;
            inverse[i] = Arrays.copyOf(transposeSolved(factor, solved(factor, unit)), i + 1);
        }
        return inverse;
    }

    /** Solves the system of the first rows by forward substitution, as many as there are values. */
    static double[] solved(List<double[]> lower, double[] right) {
        double[] solved = new double[right.length];
        for (int i = 0; i < right.length; i++) {
            double[] row = lower.get(i);
            solved[i] = (right[i] - product(row, solved, i)) / row[i];
        }
        return solved;
    }

    /** Solves the system of the transposed triangle by backward substitution. */
    static double[] transposeSolved(List<double[]> lower, double[] right) {
        double[] solved = right.clone();
        for (int i = solved.length - 1; i >= 0; i--) {
            double[] row = lower.get(i);
            solved[i] /= row[i];
            for (int k = 0; k < i; k++) {
                solved[k] -= row[k] * solved[i];
            }
        }
        return solved;
    }

    /** The inner product of the first so many, in four sums: a processor adds to them side by side. */
    static double product(double[] a, double[] b, int count) {
        double first = 0;
        double second = 0;
        double third = 0;
        double fourth = 0;
        int i = 0;
        for (; i + 3 < count; i += 4) {
            first += a[i] * b[i];
            second += a[i + 1] * b[i + 1];
            third += a[i + 2] * b[i + 2];
            fourth += a[i + 3] * b[i + 3];
        }
        for (; i < count; i++) {
            first += a[i] * b[i];
        }
        return first + second + third + fourth;
    }
}
