package io.falconet.cluster.driver;

import io.falconet.results.ResultsDb;
import io.falconet.results.StudyRecord;
import io.falconet.results.TrialRecord;
import io.falconet.space.outcome.Evaluated;
import io.falconet.space.search.FrontRule;
import io.falconet.space.search.pareto.ParetoFront;
import io.falconet.space.study.StudySpec;
import java.util.Comparator;
import java.util.List;

/** The trials of a study, trained in full and within its limits, that no other such trial beats in every objective. */
public final class Front {
    private Front() {}

    /** The front of the evaluated trials, best in the first objective first. */
    public static List<TrialRecord> of(List<TrialRecord> trials, StudySpec study) {
        FrontRule rule = new FrontRule(study);
        return sorted(
                ParetoFront.of(
                        trials.stream()
                                .filter(trial ->
                                        trial.outcome().flatMap(rule::point).isPresent())
                                .toList(),
                        trial -> point(trial, rule)),
                rule);
    }

    /** The same of a stored study, without reading its other trials. */
    public static List<TrialRecord> of(ResultsDb db, StudyRecord study, StudySpec spec) {
        return sorted(db.trials().front(study.id(), spec), new FrontRule(spec));
    }

    private static List<TrialRecord> sorted(List<TrialRecord> front, FrontRule rule) {
        return front.stream()
                .sorted(Comparator.comparingDouble((TrialRecord trial) -> point(trial, rule)[0])
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

    private static double[] point(TrialRecord trial, FrontRule rule) {
        return trial.outcome().flatMap(rule::point).orElseThrow();
    }

    /** What a trial that was evaluated found. */
    public static Evaluated evaluated(TrialRecord trial) {
        return (Evaluated) trial.outcome().orElseThrow();
    }
}
