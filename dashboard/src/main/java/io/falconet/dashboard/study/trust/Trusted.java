package io.falconet.dashboard.study.trust;

import io.falconet.dashboard.study.board.Board;
import io.falconet.results.ResultsDb;
import io.falconet.results.TrialRecord;
import io.falconet.space.rank.Proxy;
import io.falconet.space.rank.Trust;
import io.falconet.space.study.StudySpec;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the store knows of longer trainings of a study's networks.
 *
 * @param trust empty where none of them was trained for longer
 * @param numbers of the trials of the study's own training, by network
 * @param onFront networks on the study's front
 * @param ranked how many networks the study has evaluated
 */
record Trusted(Optional<Trust> trust, Map<String, Integer> numbers, Set<String> onFront, int ranked) {

    /** Asks the store; seconds where the study has a million trials. */
    static Trusted of(ResultsDb db, Board board, StudySpec spec) {
        long study = board.study().id();
        Set<String> front = db.trials().list(study, board.front()).stream()
                .map(TrialRecord::networkId)
                .collect(Collectors.toSet());
        Optional<Trust> trust = Trust.of(
                spec.fidelity(), Trust.accuracy(spec.objectives()), db.trials().retrainings(study), front);
        Set<String> networks = trust.flatMap(Trust::own).map(Proxy::pairs).orElse(List.of()).stream()
                .map(Proxy.Pair::networkId)
                .collect(Collectors.toSet());
        return new Trusted(
                trust,
                db.trials().numbers(study, spec.fidelity(), networks),
                front,
                trust.isPresent() ? db.trials().networks(study) : 0);
    }
}
