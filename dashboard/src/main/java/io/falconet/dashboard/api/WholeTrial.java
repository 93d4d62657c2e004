package io.falconet.dashboard.api;

import io.falconet.results.StoredArtifact;
import io.falconet.space.outcome.EpochRecord;
import io.falconet.space.outcome.Evaluated;
import io.falconet.space.outcome.Fidelity;
import io.falconet.space.outcome.Outcome;
import io.falconet.space.outcome.Provenance;
import io.falconet.space.outcome.Pruned;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All that is known of a trial.
 *
 * @param provenance null while it runs
 * @param log what is kept in words of one that failed or was imported
 */
record WholeTrial(TrialAnswer trial, From provenance, List<Epoch> curve, List<Artifact> artifacts, String log) {

    /** Where its figures come from. */
    record From(
            long seed,
            String codeVersion,
            String dataFingerprint,
            Fidelity fidelity,
            Map<String, String> versions,
            String started,
            double seconds) {
        static From of(Provenance from) {
            return new From(
                    from.seed(),
                    from.codeVersion(),
                    from.dataFingerprint(),
                    from.fidelity(),
                    from.versions(),
                    from.started().toString(),
                    from.elapsed().toNanos() / 1e9);
        }
    }

    /** An epoch of its training; a loss that is no number is null. */
    record Epoch(int epoch, Double loss, double learningRate, double seconds) {
        static Epoch of(EpochRecord epoch) {
            return new Epoch(
                    epoch.epoch(),
                    Double.isFinite(epoch.loss()) ? epoch.loss() : null,
                    epoch.learningRate(),
                    epoch.seconds());
        }
    }

    /**
     * A file that it left.
     *
     * @param href where it is fetched
     */
    record Artifact(String name, String kind, String sha256, long bytes, String href) {}

    static WholeTrial of(
            TrialAnswer trial, Optional<Outcome> outcome, List<StoredArtifact> artifacts, Optional<String> log) {
        return new WholeTrial(
                trial,
                outcome.map(Outcome::provenance).map(From::of).orElse(null),
                outcome.map(WholeTrial::curve).orElse(List.of()),
                artifacts.stream().map(artifact -> artifact(trial, artifact)).toList(),
                log.orElse(null));
    }

    private static List<Epoch> curve(Outcome outcome) {
        List<EpochRecord> curve = outcome instanceof Evaluated evaluated
                ? evaluated.curve()
                : outcome instanceof Pruned pruned ? pruned.curve() : List.of();
        return curve.stream().map(Epoch::of).toList();
    }

    private static Artifact artifact(TrialAnswer trial, StoredArtifact artifact) {
        return new Artifact(
                artifact.name(),
                artifact.kind(),
                artifact.sha256(),
                artifact.bytes(),
                TrialCalls.address(trial.study(), trial.number(), artifact.name()));
    }
}
