package io.falconet.space.search.surrogate;

import java.util.Arrays;
import java.util.List;

/**
 * How candidates turn out in one objective, learned from those tried: a Gaussian process of {@linkplain NormalScores normal
 * scores}. Those in flight are taken to turn out as expected, so that others are preferred while they are trained (Ginsbourger
 * et al., 2010).
 */
public final class OutcomeModel {
    private final NormalScores scale;
    private final GaussianProcess process;

    private OutcomeModel(NormalScores scale, GaussianProcess process) {
        this.scale = scale;
        this.process = process;
    }

    /**
     * Learns.
     *
     * @param values by candidate tried, to be minimised
     * @param likeness how alike outcomes are, as {@linkplain LikenessFit fitted} before
     */
    public static OutcomeModel of(Acquaintance acquaintance, double[] values, LikenessFit likeness) {
        NormalScores scale = new NormalScores(values);
        double[] scores = Arrays.stream(values).map(scale::score).toArray();
        GaussianProcess process = GaussianProcess.fit(likeness.kernel(), acquaintance.tried(), scores);
        List<Resemblance> pending = acquaintance.pending();
        if (pending.isEmpty()) {
            return new OutcomeModel(scale, process);
        }
        double[] believed = Arrays.copyOf(scores, scores.length + pending.size());
        for (int i = 0; i < pending.size(); i++) {
            believed[scores.length + i] = process.mean(pending.get(i));
        }
        return new OutcomeModel(scale, GaussianProcess.fit(likeness.kernel(), acquaintance.all(), believed));
    }

    /** What to expect of a candidate, as a score: smaller is better. */
    public Belief at(Resemblance candidate) {
        return process.at(candidate);
    }

    /** The same without how far off it may be: much quicker. */
    public double mean(Resemblance candidate) {
        return process.mean(candidate);
    }

    /** The scale of the scores. */
    public NormalScores scale() {
        return scale;
    }
}
