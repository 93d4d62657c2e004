package io.falconet.space.search.surrogate;

import io.falconet.space.search.surrogate.Kernel.Covariance;
import java.util.Arrays;

/** What outcomes say for sets of gates, all else of the kernel being as it is. */
final class GateEvidence {
    private final Kernel kernel;
    private final Covariance covariance;
    private final TraitReader reader;
    private final Outcomes outcomes;
    private final Hypothesis none;

    GateEvidence(Kernel kernel, TraitReader reader, Outcomes outcomes) {
        this.kernel = kernel;
        this.covariance = kernel.covariance();
        this.reader = reader;
        this.outcomes = outcomes;
        this.none = nothingGated();
    }

    /**
     * A set of gates, and what follows from it.
     *
     * @param effective by candidate: the options that it decides for
     * @param covariances by candidate and candidate up to itself, if the gates are trusted wholly
     */
    record Hypothesis(GateSet set, int[][] effective, Traits[] traits, double[][] covariances) {}

    /** That there are no gates. */
    Hypothesis none() {
        return none;
    }

    private Hypothesis nothingGated() {
        int[][] options = outcomes.options().toArray(int[][]::new);
        Traits[] traits = new Traits[options.length];
        double[][] rows = new double[options.length][];
        for (int i = 0; i < options.length; i++) {
            traits[i] = reader.read(options[i], outcomes.features().get(i));
            rows[i] = new double[i + 1];
            for (int j = 0; j <= i; j++) {
                rows[i][j] = covariance.of(traits[i].likeness(traits[j]));
            }
        }
        return new Hypothesis(GateSet.NONE, options, traits, rows);
    }

    /** That other gates hold than those of a hypothesis, in time that grows with what differs. */
    Hypothesis instead(Hypothesis before, GateSet set) {
        int size = outcomes.size();
        int[][] effective = before.effective().clone();
        Traits[] traits = before.traits().clone();
        boolean[] changed = new boolean[size];
        for (int i = 0; i < size; i++) {
            int[] now = set.effective(outcomes.options().get(i), reader.shared());
            changed[i] = !Arrays.equals(now, effective[i]);
            if (changed[i]) {
                effective[i] = now;
                traits[i] = reader.read(now, outcomes.features().get(i));
            }
        }
        double[][] rows = before.covariances().clone();
        for (int i = 0; i < size; i++) {
            for (int j = 0; j <= i; j++) {
                if (changed[i] || changed[j]) {
                    rows[i] = rows[i] == before.covariances()[i] ? rows[i].clone() : rows[i];
                    rows[i][j] = covariance.of(traits[i].likeness(traits[j]));
                }
            }
        }
        return new Hypothesis(set, effective, traits, rows);
    }

    /** Minus the logarithm of how likely gates are and the outcomes by them, but for a constant: in time of the cube of the outcomes. */
    double surprise(Hypothesis hypothesis) {
        return outcomes.surprise(covariances(hypothesis), kernel.noise())
                + hypothesis.set().surprise();
    }

    private double[][] covariances(Hypothesis hypothesis) {
        double trust = kernel.trust();
        double[][] mixed = new double[outcomes.size()][];
        for (int i = 0; i < mixed.length; i++) {
            double[] gated = hypothesis.covariances()[i];
            double[] bare = none.covariances()[i];
            double[] row = new double[i + 1];
            for (int j = 0; j <= i; j++) {
                row[j] = trust * gated[j] + (1 - trust) * bare[j];
            }
            mixed[i] = row;
        }
        return mixed;
    }

    /** By how much a small change of the covariances at a hypothesis would change the surprise: by candidate and candidate. */
    double[][] slope(Hypothesis at) {
        double[][] slope = outcomes.slope(covariances(at), kernel.noise());
        for (double[] row : slope) {
            for (int j = 0; j < row.length; j++) {
                row[j] *= kernel.trust();
            }
        }
        return slope;
    }

    /** About how surprising a hypothesis is beyond the one that the slope is of: much quicker. */
    double estimate(Hypothesis other, Hypothesis at, double[][] slope) {
        double sum = other.set().surprise() - at.set().surprise();
        for (int i = 0; i < slope.length; i++) {
            double[] before = at.covariances()[i];
            double[] after = other.covariances()[i];
            if (before != after) {
                for (int j = 0; j <= i; j++) {
                    sum += slope[i][j] * (after[j] - before[j]);
                }
            }
        }
        return sum;
    }

    /** How many candidates' effective options a further gate would change. */
    int support(Hypothesis before, Gate gate) {
        int support = 0;
        for (int[] options : before.effective()) {
            boolean changes = gate.holds(options, reader.shared())
                    && options[gate.gated()] != reader.shared().index(gate.option(), gate.gated());
            support += changes ? 1 : 0;
        }
        return support;
    }
}
