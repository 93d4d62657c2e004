package io.falconet.space.search.surrogate;

import io.falconet.space.search.surrogate.Kernel.Covariance;
import io.falconet.space.search.surrogate.Traits.Likeness;
import java.util.Arrays;
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
                pairs[i][j] = candidates.get(i).likeness(candidates.get(j));
            }
        }
        return new Likenesses(pairs);
    }

    /** The same of the first of them alone. */
    Likenesses first(int count) {
        return new Likenesses(Arrays.copyOf(pairs, count));
    }

    /** The covariances of their outcomes: the lower triangle of a symmetric matrix, a row ending at the diagonal. */
    double[][] covariances(Covariance covariance) {
        double[][] rows = new double[pairs.length][];
        for (int i = 0; i < pairs.length; i++) {
            rows[i] = new double[i + 1];
            for (int j = 0; j <= i; j++) {
                rows[i][j] = covariance.of(pairs[i][j]);
            }
        }
        return rows;
    }
}
