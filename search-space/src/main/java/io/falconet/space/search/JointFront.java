package io.falconet.space.search;

import io.falconet.space.outcome.Outcome;
import io.falconet.space.search.pareto.Hypervolume;
import io.falconet.space.search.pareto.ParetoFront;
import io.falconet.space.study.StudySpec;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The front of several searches for the same: what each of them found is measured by how much of it that one dominates. The
 * hypervolume ends a tenth of the front's extent beyond its worst value of each objective, its nadir (Ishibuchi et al.,
 * 2018), so that no outlier of a poor search stretches it.
 */
public final class JointFront {
    private static final double MARGIN = 0.1;

    private final StudySpec study;
    private final ObjectiveSpace space;
    private final double[] reference;
    private final double volume;

    /**
     * The front of all outcomes.
     *
     * @param study what all of them searched for
     * @param searches the outcomes of each
     */
    public JointFront(StudySpec study, Collection<List<Outcome>> searches) {
        this.study = study;
        this.space = new ObjectiveSpace(study.objectives());
        List<double[]> front =
                ParetoFront.of(points(searches.stream().flatMap(List::stream).toList()), it -> it);
        this.reference = reference(front, study.objectives().size());
        this.volume = Hypervolume.of(front, reference);
    }

    /** The share of the front's hypervolume that outcomes attain: from 0 to 1; nothing where there is no front. */
    public double share(List<Outcome> outcomes) {
        return volume == 0 ? 0 : Hypervolume.of(points(outcomes), reference) / volume;
    }

    private List<double[]> points(List<Outcome> outcomes) {
        return outcomes.stream()
                .map(outcome -> HypervolumeHistory.point(study, space, outcome))
                .flatMap(Optional::stream)
                .toList();
    }

    private static double[] reference(List<double[]> front, int objectives) {
        double[] reference = new double[objectives];
        for (int i = 0; i < objectives; i++) {
            int axis = i;
            double best = front.stream().mapToDouble(it -> it[axis]).min().orElse(0);
            double worst = front.stream().mapToDouble(it -> it[axis]).max().orElse(0);
            double extent = worst > best ? worst - best : Math.max(Math.abs(worst), 1);
            reference[i] = worst + MARGIN * extent;
        }
        return reference;
    }
}
