package io.falconet.cluster.cli.study;

import io.falconet.cluster.driver.Front;
import io.falconet.results.ResultsDb;
import io.falconet.results.StudyRecord;
import io.falconet.results.TrialRecord;
import io.falconet.space.outcome.Evaluated;
import io.falconet.space.outcome.Objective;
import io.falconet.space.rank.EvenSample;
import io.falconet.space.rank.Trust;
import io.falconet.space.study.StudySpec;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The networks that a study trained in full, ranked by its first accuracy.
 *
 * @param objective that accuracy
 * @param trials one a network, the best first
 * @param front ids of the networks on the study's front
 */
record RankedNetworks(Objective objective, List<TrialRecord> trials, Set<String> front) {
    static RankedNetworks of(ResultsDb db, StudyRecord study, StudySpec spec) {
        Objective objective = Trust.accuracy(spec.objectives());
        List<TrialRecord> full = db.trials().list(study.id()).stream()
                .filter(trial -> trial.outcome().filter(spec::fullyTrained).orElse(null) instanceof Evaluated)
                .toList();
        List<TrialRecord> ranked = full.stream()
                .filter(trial -> Double.isFinite(objective.value(Front.evaluated(trial))))
                .collect(Collectors.toMap(TrialRecord::networkId, Function.identity(), (first, same) -> first))
                .values()
                .stream()
                .sorted(Comparator.comparingDouble((TrialRecord trial) -> -objective.value(Front.evaluated(trial)))
                        .thenComparing(TrialRecord::number))
                .toList();
        Set<String> front =
                Front.of(full, spec).stream().map(TrialRecord::networkId).collect(Collectors.toSet());
        return new RankedNetworks(objective, ranked, front);
    }

    /** Some of them, as good for all; where there are fewer, all of them. */
    List<TrialRecord> sample(int size) {
        return EvenSample.of(
                        trials.stream()
                                .map(trial -> front.contains(trial.networkId()))
                                .toList(),
                        size)
                .stream()
                .map(trials::get)
                .toList();
    }
}
