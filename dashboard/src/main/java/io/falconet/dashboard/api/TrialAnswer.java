package io.falconet.dashboard.api;

import io.falconet.dashboard.page.Decisions;
import io.falconet.results.TrialRecord;
import io.falconet.results.TrialReference;
import io.falconet.results.TrialState;
import io.falconet.space.outcome.Evaluated;
import io.falconet.space.outcome.Failed;
import io.falconet.space.outcome.Fidelity;
import io.falconet.space.outcome.Infeasible;
import io.falconet.space.outcome.LatencyReport;
import io.falconet.space.outcome.Objective;
import io.falconet.space.outcome.Outcome;
import io.falconet.space.outcome.Pruned;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A trial, as programs read it. Times are ISO 8601 in UTC; what is not known is null, or no entry.
 *
 * @param decisions of its architecture, by choice
 * @param network id of the network that it builds
 * @param metrics by the names of objectives: accuracies from 0 to 1, latency in milliseconds, counts
 * @param reason why it has no metrics
 * @param promotedFrom number of the trial whose training goes on in it
 * @param reusedFrom the trial whose outcome it took: {@code study:number}
 */
record TrialAnswer(
        String study,
        int number,
        TrialState state,
        String architecture,
        Map<String, String> decisions,
        String network,
        Fidelity fidelity,
        Map<String, Double> metrics,
        Latency latency,
        String reason,
        Integer promotedFrom,
        String reusedFrom,
        String proposed,
        String finished) {

    /** How long one image takes, in nanoseconds: median, its 95 % interval, median absolute deviation. */
    record Latency(
            String device,
            String processor,
            String runtime,
            int threads,
            int warmupRuns,
            int runs,
            long medianNanos,
            long lowNanos,
            long highNanos,
            long madNanos,
            String disturbance) {
        static Latency of(LatencyReport report) {
            return new Latency(
                    report.device().name(),
                    report.device().processor(),
                    report.device().runtime(),
                    report.device().threads(),
                    report.warmupRuns(),
                    report.runs(),
                    report.medianNanos(),
                    report.lowNanos(),
                    report.highNanos(),
                    report.madNanos(),
                    report.disturbance().orElse(null));
        }
    }

    static TrialAnswer of(String study, TrialRecord trial) {
        Optional<Evaluated> evaluated =
                trial.outcome().filter(Evaluated.class::isInstance).map(Evaluated.class::cast);
        return new TrialAnswer(
                study,
                trial.number(),
                trial.state(),
                trial.architecture(),
                Decisions.parsed(trial.architecture())
                        .map(architecture -> architecture.decisions())
                        .orElse(Map.of()),
                trial.networkId(),
                trial.fidelity(),
                evaluated.map(TrialAnswer::metrics).orElse(Map.of()),
                evaluated.flatMap(Evaluated::latency).map(Latency::of).orElse(null),
                trial.outcome().flatMap(TrialAnswer::reason).orElse(null),
                trial.promoted().orElse(null),
                trial.reusedFrom().map(TrialReference::text).orElse(null),
                trial.proposed().toString(),
                trial.finished().map(Instant::toString).orElse(null));
    }

    private static Map<String, Double> metrics(Evaluated outcome) {
        Map<String, Double> metrics = new LinkedHashMap<>();
        for (Objective objective : Objective.values()) {
            double value = objective.value(outcome);
            if (Double.isFinite(value)) {
                metrics.put(objective.key(), value);
            }
        }
        return metrics;
    }

    private static Optional<String> reason(Outcome outcome) {
        if (outcome instanceof Failed failed) {
            return Optional.of(failed.cause());
        }
        if (outcome instanceof Infeasible infeasible) {
            return Optional.of(infeasible.reason());
        }
        return outcome instanceof Pruned pruned ? Optional.of(pruned.reason()) : Optional.empty();
    }
}
