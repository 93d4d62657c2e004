package io.falconet.space.search.surrogate;

import java.util.Arrays;

/**
 * How candidates turn out in one objective, learned from those tried: a Gaussian process of {@linkplain NormalScores normal
 * scores}. Those in flight are taken to turn out as expected, so that others are preferred while they are trained (Ginsbourger
 * et al., 2010). It holds until its acquaintance grows.
 */
public final class OutcomeModel {
    private final Acquaintance acquaintance;
    private final NormalScores scale;
    private final double[] whitened;
    private final double[] weights;

    /**
     * Learns.
     *
     * @param values by candidate tried, to be minimised
     */
    public OutcomeModel(Acquaintance acquaintance, double[] values) {
        this.acquaintance = acquaintance;
        this.scale = new NormalScores(values);
        this.whitened = acquaintance
                .process()
                .whitened(Arrays.stream(values).map(scale::score).toArray());
        this.weights = acquaintance.process().weights(whitened);
    }

    /** Looks at a candidate, to be asked about it. */
    public Prospect look(int[] options, double[] features) {
        return acquaintance.look(options, features);
    }

    /** What to expect of a candidate, as a score: smaller is better. */
    public Belief at(Prospect candidate) {
        return acquaintance.process().at(candidate, whitened);
    }

    /** The same without how far off it may be: much quicker. */
    public double mean(Prospect candidate) {
        return acquaintance.process().mean(candidate, weights);
    }

    /** The scale of the scores. */
    public NormalScores scale() {
        return scale;
    }
}
