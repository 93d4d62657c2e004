package io.falconet.cluster.driver;

import io.falconet.results.TrialRecord;
import io.falconet.space.outcome.Evaluated;
import io.falconet.space.search.ObjectiveSpace;
import io.falconet.space.search.pareto.ParetoFront;
import io.falconet.space.study.StudySpec;
import java.util.Comparator;
import java.util.List;

/** The trials of a study, trained in full and within its limits, that no other such trial beats in every objective. */
public final class Front {
    private Front() {}

    /** The front of the evaluated trials, best in the first objective first. */
    public static List<TrialRecord> of(List<TrialRecord> trials, StudySpec study) {
        ObjectiveSpace space = new ObjectiveSpace(study.objectives());
        List<TrialRecord> comparable = trials.stream()
                .filter(trial -> trial.outcome()
                        .filter(study::fullyTrained)
                        .flatMap(space::point)
                        .isPresent())
                .filter(trial -> study.bounds().broken(evaluated(trial)).isEmpty())
                .toList();
        return ParetoFront.of(comparable, trial -> point(trial, space)).stream()
                .sorted(Comparator.comparingDouble((TrialRecord trial) -> point(trial, space)[0])
                        .thenComparing(TrialRecord::number))
                .toList();
    }

    /** The evaluated trials that were found to break a limit of their study. */
    public static List<TrialRecord> beyond(List<TrialRecord> trials, StudySpec study) {
        return trials.stream()
                .filter(trial -> trial.outcome().orElse(null) instanceof Evaluated found
                        && study.bounds().broken(found).isPresent())
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
