package io.falconet.space.search.surrogate;

import io.falconet.space.search.surrogate.Traits.Likeness;

/** How alike each two of some candidates are, as they decide and in effect: worked out once, for all kernels that are tried. */
final class Likenesses {
    private final Outcomes outcomes;
    /** By candidate, then by candidate up to itself. */
    private final Likeness[][] bare;

    private final Likeness[][] gated;

    Likenesses(TraitReader reader, Outcomes outcomes, GateSet gates) {
        this.outcomes = outcomes;
        this.bare = pairs(reader, outcomes, GateSet.NONE);
        this.gated = gates.equals(GateSet.NONE) ? bare : pairs(reader, outcomes, gates);
    }

    private static Likeness[][] pairs(TraitReader reader, Outcomes outcomes, GateSet gates) {
        Traits[] traits = new Traits[outcomes.size()];
        Likeness[][] pairs = new Likeness[outcomes.size()][];
        for (int i = 0; i < pairs.length; i++) {
            int[] effective = gates.effective(outcomes.options().get(i), reader.shared());
            traits[i] = reader.read(effective, outcomes.features().get(i));
            pairs[i] = new Likeness[i + 1];
            for (int j = 0; j <= i; j++) {
                pairs[i][j] = traits[i].likeness(traits[j]);
            }
        }
        return pairs;
    }

    /** How many candidates. */
    int count() {
        return bare.length;
    }

    /** Minus the logarithm of how likely a kernel is and the outcomes by it, but for a constant. */
    double surprise(Kernel kernel) {
        Kernel.Covariance covariance = kernel.covariance();
        double trust = kernel.trust();
        double[][] rows = new double[bare.length][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = new double[i + 1];
            for (int j = 0; j <= i; j++) {
                double asDecided = covariance.of(bare[i][j]);
                rows[i][j] = gated == bare ? asDecided : trust * covariance.of(gated[i][j]) + (1 - trust) * asDecided;
            }
        }
        return outcomes.surprise(rows, kernel.noise()) + kernel.surprise();
    }
}
