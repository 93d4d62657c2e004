package io.falconet.space.search.surrogate;

import io.falconet.space.search.surrogate.Kernel.Covariance;
import io.falconet.space.search.surrogate.Kernel.Likeness;
import java.util.List;

/** How alike each two of some candidates are: worked out once, for all kernels that are tried. */
final class Likenesses {
    /** By candidate, then by candidate up to itself. */
    private final Likeness[][] pairs;

    private Likenesses(Likeness[][] pairs) {
        this.pairs = pairs;
    }

    static Likenesses among(List<Traits> candidates) {
        Likeness[][] pairs = new Likeness[candidates.size()][];
        for (int i = 0; i < pairs.length; i++) {
            pairs[i] = new Likeness[i + 1];
            for (int j = 0; j <= i; j++) {
                pairs[i][j] = Likeness.of(candidates.get(i), candidates.get(j));
            }
        }
        return new Likenesses(pairs);
    }

    /** The covariances of their outcomes, a symmetric matrix. */
    double[][] covariances(Covariance covariance) {
        double[][] matrix = new double[pairs.length][pairs.length];
        for (int i = 0; i < pairs.length; i++) {
            for (int j = 0; j <= i; j++) {
                matrix[i][j] = covariance.of(pairs[i][j]);
                matrix[j][i] = matrix[i][j];
            }
        }
        return matrix;
    }
}
