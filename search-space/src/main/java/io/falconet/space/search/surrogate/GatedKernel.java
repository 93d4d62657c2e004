package io.falconet.space.search.surrogate;

import io.falconet.space.search.surrogate.Kernel.Covariance;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A {@link Kernel} of what candidates decide for in effect. Which gates hold is not known, so it is the mean over some sets of
 * them that outcomes speak for, and with the rest of the trust over none: a sum of covariance functions is one.
 */
final class GatedKernel {
    private final Kernel kernel;
    private final Covariance covariance;
    private final TraitReader reader;
    private final GateSet[] sets;
    /** By set, with a sum of 1. */
    private final double[] weights;

    /**
     * A kernel.
     *
     * @param likely sets of gates, each as likely as any other
     */
    GatedKernel(Kernel kernel, TraitReader reader, List<GateSet> likely) {
        Map<GateSet, Double> shares = new LinkedHashMap<>();
        shares.put(GateSet.NONE, 1 - kernel.trust());
        likely.forEach(set -> shares.merge(set, kernel.trust() / likely.size(), Double::sum));
        this.kernel = kernel;
        this.covariance = kernel.covariance();
        this.reader = reader;
        this.sets = shares.keySet().toArray(GateSet[]::new);
        this.weights = shares.values().stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** What it is told of a candidate: by set of gates. Where a set does nothing, the traits are those of the set before it. */
    Traits[] read(int[] options, double[] features) {
        Traits[] traits = new Traits[sets.length];
        int[][] effective = new int[sets.length][];
        for (int i = 0; i < sets.length; i++) {
            effective[i] = sets[i].effective(options, reader.shared());
            for (int j = i - 1; j >= 0 && traits[i] == null; j--) {
                traits[i] = Arrays.equals(effective[i], effective[j]) ? traits[j] : null;
            }
            if (traits[i] == null) {
                traits[i] = reader.read(effective[i], features);
            }
        }
        return traits;
    }

    /** The covariance of two candidates' outcomes. */
    double covariance(Traits[] one, Traits[] other) {
        double sum = 0;
        double last = 0;
        for (int i = 0; i < weights.length; i++) {
            if (i == 0 || one[i] != one[i - 1] || other[i] != other[i - 1]) {
                last = covariance.of(one[i].likeness(other[i]));
            }
            sum += weights[i] * last;
        }
        return sum;
    }

    double noise() {
        return kernel.noise();
    }
}
