package io.falconet.space.search.surrogate;

import java.util.ArrayList;
import java.util.List;

/**
 * Gaussian process regression (Rasmussen and Williams, 2006, algorithm 2.1): what is like known candidates turns out as they
 * did, and the less like them it is, the less sure that is. Further ones can be added, in time proportional to the square of
 * those known.
 */
final class GaussianProcess {
    private final GatedKernel kernel;
    private final List<Traits[]> known = new ArrayList<>();
    /** Rows of the covariances' Cholesky factor; each ends at the diagonal. */
    private final List<double[]> factor = new ArrayList<>();

    GaussianProcess(GatedKernel kernel) {
        this.kernel = kernel;
    }

    int size() {
        return known.size();
    }

    /** A further one is known. */
    void add(int[] options, double[] features) {
        Traits[] traits = kernel.read(options, features);
        double[] row = new double[known.size() + 1];
        for (int i = 0; i < known.size(); i++) {
            row[i] = kernel.covariance(traits, known.get(i));
        }
        row[known.size()] = kernel.covariance(traits, traits) + kernel.noise();
        Triangle.complete(row, factor);
        known.add(traits);
        factor.add(row);
    }

    /** A candidate that may be asked about. */
    Prospect look(int[] options, double[] features) {
        Traits[] traits = kernel.read(options, features);
        return new Prospect(traits, kernel.covariance(traits, traits));
    }

    /**
     * The factor's inverse times the values of all.
     *
     * @param values of the first of them; the others are taken to turn out as expected, which leaves zeros
     */
    double[] whitened(double[] values) {
        double[] whitened = new double[size()];
        System.arraycopy(Triangle.solved(factor, values), 0, whitened, 0, values.length);
        return whitened;
    }

    /** The covariances' inverse times the values. */
    double[] weights(double[] whitened) {
        return Triangle.transposeSolved(factor, whitened);
    }

    /** The expected value of a candidate: in time proportional to those known. */
    double mean(Prospect prospect, double[] weights) {
        prospect.compare(kernel, known);
        return prospect.mean(weights);
    }

    /** What to expect of a candidate: in time proportional to the square of those known, but for those known when it was last asked. */
    Belief at(Prospect prospect, double[] whitened) {
        prospect.compare(kernel, known);
        return prospect.belief(factor, whitened);
    }
}
