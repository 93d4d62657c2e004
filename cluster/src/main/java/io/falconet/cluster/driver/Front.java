package io.falconet.cluster.driver;

import io.falconet.results.TrialRecord;
import io.falconet.space.outcome.Evaluated;
import io.falconet.space.outcome.Objective;
import io.falconet.space.search.ObjectiveSpace;
import io.falconet.space.search.pareto.ParetoFront;
import java.util.Comparator;
import java.util.List;

/** The trials of a study that no other trial beats in every objective. */
public final class Front {
    private Front() {}

    /** The front of the evaluated trials, best in the first objective first. */
    public static List<TrialRecord> of(List<TrialRecord> trials, List<Objective> objectives) {
        ObjectiveSpace space = new ObjectiveSpace(objectives);
        List<TrialRecord> comparable = trials.stream()
                .filter(trial -> trial.outcome().flatMap(space::point).isPresent())
                .toList();
        return ParetoFront.of(comparable, trial -> point(trial, space)).stream()
                .sorted(Comparator.comparingDouble((TrialRecord trial) -> point(trial, space)[0])
                        .thenComparing(TrialRecord::number))
                .toList();
    }

    private static double[] point(TrialRecord trial, ObjectiveSpace space) {
        return trial.outcome().flatMap(space::point).orElseThrow();
    }

    /** What a trial that was evaluated found. */
    public static Evaluated evaluated(TrialRecord trial) {
        return (Evaluated) trial.outcome().orElseThrow();
    }
}
