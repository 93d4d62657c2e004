package io.falconet.cluster.cli.bench.zoo;

import io.falconet.cluster.cli.study.Entrant;
import io.falconet.evaluator.ProducedArtifact;
import io.falconet.results.ResultsDb;
import io.falconet.results.StoredArtifact;
import io.falconet.results.TrialRecord;
import io.falconet.space.outcome.Accuracy;
import io.falconet.space.outcome.Evaluated;
import io.falconet.space.outcome.Failed;
import io.falconet.space.outcome.Infeasible;
import io.falconet.space.outcome.Outcome;
import io.falconet.space.outcome.Provenance;
import io.falconet.space.outcome.Pruned;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * An entrant after its training, before it is timed.
 *
 * @param training how it came to its weights, in a few words; empty where it did not
 * @param trouble why it has no accuracy, for people
 * @param provenance of its training, where it was trained here
 * @param onnx its model file
 * @param weights as trained; nothing where nobody did, or nobody kept them
 */
record ScoredEntrant(
        Entrant entrant,
        Optional<Accuracy> accuracy,
        String training,
        Optional<String> trouble,
        Optional<Provenance> provenance,
        Supplier<byte[]> onnx,
        Supplier<Optional<byte[]>> weights) {
    /** One that is only timed. */
    static ScoredEntrant untrained(Entrant entrant, String why) {
        return new ScoredEntrant(
                entrant, Optional.empty(), "", Optional.of(why), Optional.empty(), entrant::onnx, Optional::empty);
    }

    /** One that a trial trained, or failed to. */
    static ScoredEntrant trained(Entrant entrant, TrialRecord trial, ResultsDb db) {
        Outcome outcome = trial.outcome().orElseThrow();
        if (!(outcome instanceof Evaluated evaluated)) {
            return untrained(entrant, trouble(outcome));
        }
        Map<String, StoredArtifact> files = db.trials().artifacts(trial.studyId(), trial.number()).stream()
                .collect(Collectors.toMap(StoredArtifact::name, file -> file));
        int epochs = outcome.provenance().fidelity().epochs();
        return new ScoredEntrant(
                entrant,
                Optional.of(evaluated.accuracy()),
                epochs + (epochs == 1 ? " epoch" : " epochs"),
                Optional.empty(),
                Optional.of(outcome.provenance()),
                () -> db.artifacts().read(files.get(ProducedArtifact.ONNX).sha256()),
                () -> Optional.of(
                        db.artifacts().read(files.get(ProducedArtifact.WEIGHTS).sha256())));
    }

    private static String trouble(Outcome outcome) {
        if (outcome instanceof Failed failed) {
            return "training failed: " + failed.cause();
        }
        if (outcome instanceof Infeasible infeasible) {
            return "not trained: " + infeasible.reason();
        }
        return outcome instanceof Pruned pruned ? "training stopped: " + pruned.reason() : outcome.kind();
    }
}
