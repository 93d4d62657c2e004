package io.falconet.space.search.surrogate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How candidates turn out in one objective, learned from those tried: a Gaussian process of {@linkplain NormalScores normal
 * scores}.
 */
public final class OutcomeModel {
    private final TraitReader reader;
    private final NormalScores scale;
    private final Kernel kernel;
    private final List<Traits> known;
    private final double[] scores;
    private final GaussianProcess process;

    private OutcomeModel(TraitReader reader, NormalScores scale, Kernel kernel, List<Traits> known, double[] scores) {
        this.reader = reader;
        this.scale = scale;
        this.kernel = kernel;
        this.known = known;
        this.scores = scores;
        this.process = GaussianProcess.fit(kernel, known, scores);
    }

    /**
     * Learns.
     *
     * @param values by candidate, to be minimised
     * @param likeness how alike outcomes are, as {@linkplain LikenessFit fitted} before
     */
    public static OutcomeModel of(Experience experience, double[] values, LikenessFit likeness) {
        Experience.Read read = experience.read();
        NormalScores scale = new NormalScores(values);
        return new OutcomeModel(
                read.reader(),
                scale,
                likeness.kernel(),
                read.traits(),
                Arrays.stream(values).map(scale::score).toArray());
    }

    /**
     * As if those candidates had been tried and had turned out as expected: what is like them is surer, so that others are
     * preferred while they are in flight (Ginsbourger et al., 2010).
     */
    public OutcomeModel believing(Experience pending) {
        List<Traits> all = new ArrayList<>(known);
        double[] believed =
                Arrays.copyOf(scores, scores.length + pending.options().size());
        for (int i = 0; i < pending.options().size(); i++) {
            Traits traits =
                    reader.read(pending.options().get(i), pending.features().get(i));
            all.add(traits);
            believed[scores.length + i] = process.at(traits).mean();
        }
        return new OutcomeModel(reader, scale, kernel, all, believed);
    }

    /** What to expect of a candidate, as a score: smaller is better. */
    public Belief at(int[] options, double[] features) {
        return process.at(reader.read(options, features));
    }

    /** The scale of the scores. */
    public NormalScores scale() {
        return scale;
    }
}
