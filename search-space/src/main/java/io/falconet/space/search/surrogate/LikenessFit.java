package io.falconet.space.search.surrogate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How alike the outcomes of candidates are that decide alike: fitted to outcomes by the likelihood that they have, and by
 * how usual the fit is (MAP of the kernel's parameters), one parameter after the other.
 */
public final class LikenessFit {
    private static final int FEW = 40;
    private static final double STEP_OF_FEW = 0.7;
    private static final double STEP = 0.35;

    private final Kernel kernel;

    private LikenessFit(Kernel kernel) {
        this.kernel = kernel;
    }

    /** What is usual, before any outcome is known. */
    public static LikenessFit usual() {
        return new LikenessFit(Kernel.usual());
    }

    /**
     * This fit, improved by further outcomes.
     *
     * @param values by candidate, to be minimised
     */
    public LikenessFit improved(Experience experience, double[] values) {
        TraitReader reader = new TraitReader(experience);
        List<Traits> traits = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            traits.add(reader.read(
                    experience.options().get(i), experience.features().get(i)));
        }
        Likenesses likenesses = Likenesses.among(traits);
        NormalScores scale = new NormalScores(values);
        double[] scores = Arrays.stream(values).map(scale::score).toArray();
        double step = values.length < FEW ? STEP_OF_FEW : STEP;
        Kernel best = kernel;
        double least = surprise(best, likenesses, scores);
        for (int parameter = 0; parameter < Kernel.USUAL.length; parameter++) {
            for (double move : new double[] {step, -step}) {
                Kernel moved = best.moved(parameter, move);
                double surprise = surprise(moved, likenesses, scores);
                if (surprise < least) {
                    best = moved;
                    least = surprise;
                    break;
                }
            }
        }
        return new LikenessFit(best);
    }

    Kernel kernel() {
        return kernel;
    }

    private static double surprise(Kernel kernel, Likenesses likenesses, double[] scores) {
        return GaussianProcess.surprise(kernel, likenesses, scores) + kernel.surprise();
    }
}
