package io.falconet.space.search.strategy;

import io.falconet.space.search.pareto.Fronts;
import io.falconet.space.search.pareto.Hypervolume;
import io.falconet.space.search.pareto.ParetoFront;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * A larger hypervolume, wherever on the front (Emmerich et al., 2006): closes the gaps between what is known. Near to it is
 * what dominates much that nothing else does, for a gap lies beside it.
 *
 * @param front scores of the front
 * @param reference the worst corner that counts
 */
record Growth(List<double[]> front, double[] reference) implements Goal {
    /** Growth beyond those known, by their scores. */
    static Growth of(List<double[]> known, double[] reference) {
        List<double[]> front = ParetoFront.of(Fronts.best(known, 1, it -> it), it -> it).stream()
                .sorted(Comparator.comparingDouble(it -> it[0]))
                .toList();
        return new Growth(front, reference);
    }

    @Override
    public double cost(double[] scores) {
        boolean known = false;
        for (double[] other : front) {
            known |= Arrays.equals(other, scores);
        }
        List<double[]> others =
                known ? front.stream().filter(it -> !Arrays.equals(it, scores)).toList() : front;
        return -Hypervolume.gain(others, scores, reference);
    }

    @Override
    public double improvement(double[] scores) {
        return Hypervolume.gain(front, scores, reference);
    }
}
