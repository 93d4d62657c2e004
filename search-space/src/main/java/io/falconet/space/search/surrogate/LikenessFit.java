package io.falconet.space.search.surrogate;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * How alike the outcomes of candidates are that decide alike: fitted to outcomes by the likelihood that they have, and by
 * how usual the fit is (MAP of the kernel's parameters), one parameter after the other; and in which cases decisions do not
 * matter, as far as outcomes tell.
 */
public final class LikenessFit {
    private static final int FEW = 40;
    private static final double STEP_OF_FEW = 0.7;
    private static final double STEP = 0.35;
    /** Gates are looked for among so many outcomes at least. */
    private static final int LEAST_GATED = 40;
    /** Of more outcomes than that, so many tell gates. */
    private static final int TELLING = 200;
    /** By how much outcomes have to grow until all options are looked at again. */
    private static final double ALL_OPTIONS = 1.3;

    private final Kernel kernel;
    private final TraitReader reader;
    /** The likeliest set of gates first. */
    private final List<GateSet> likely;
    /** How many outcomes there were when all options were last looked at. */
    private final int lookedAtAll;

    private LikenessFit(Kernel kernel, TraitReader reader, List<GateSet> likely, int lookedAtAll) {
        this.kernel = kernel;
        this.reader = reader;
        this.likely = likely;
        this.lookedAtAll = lookedAtAll;
    }

    /** What is usual, before any outcome is known, with the scale of those candidates' numbers. */
    public static LikenessFit usual(Experience experience) {
        return new LikenessFit(Kernel.usual(), new TraitReader(experience), List.of(GateSet.NONE), 0);
    }

    /**
     * This fit, improved by further outcomes.
     *
     * @param values by candidate, to be minimised
     * @param random for walks among sets of gates
     */
    public LikenessFit improved(Experience experience, double[] values, RandomGenerator random) {
        TraitReader scaled = new TraitReader(experience);
        NormalScores scale = new NormalScores(values);
        Outcomes outcomes = new Outcomes(
                experience.options(),
                experience.features(),
                Arrays.stream(values).map(scale::score).toArray());
        Kernel refitted = refitted(kernel, new Likenesses(scaled, outcomes, likely.get(0)));
        if (values.length < LEAST_GATED || scaled.shared().count() == 0) {
            return new LikenessFit(refitted, scaled, likely, lookedAtAll);
        }
        boolean all = values.length >= ALL_OPTIONS * lookedAtAll;
        GateSearch search =
                new GateSearch(new GateEvidence(refitted, scaled, outcomes.atMost(TELLING)), scaled.shared(), random);
        List<GateSet> found = search.likely(search.likeliest(likely.get(0), all));
        Kernel best = found.get(0).equals(likely.get(0))
                ? refitted
                : refitted(refitted, new Likenesses(scaled, outcomes, found.get(0)));
        return new LikenessFit(best, scaled, found, all ? values.length : lookedAtAll);
    }

    private static Kernel refitted(Kernel kernel, Likenesses likenesses) {
        double step = likenesses.count() < FEW ? STEP_OF_FEW : STEP;
        Kernel best = kernel;
        double least = likenesses.surprise(best);
        for (int parameter = 0; parameter < Kernel.USUAL.length; parameter++) {
            for (double move : new double[] {step, -step}) {
                Kernel moved = best.moved(parameter, move);
                double surprise = likenesses.surprise(moved);
                if (surprise < least) {
                    best = moved;
                    least = surprise;
                    break;
                }
            }
        }
        return best;
    }

    /** The likeliest set of gates. */
    GateSet gates() {
        return likely.get(0);
    }

    GatedKernel kernel() {
        return new GatedKernel(kernel, reader, likely);
    }
}
