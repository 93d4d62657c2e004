package io.falconet.space.outcome;

import io.falconet.space.graph.Complexity;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The architecture was trained, scored and timed.
 *
 * @param complexity its exact cost
 * @param accuracy on the validation images after the last epoch
 * @param latency on the study's device, where one was asked for
 * @param curve what training looked like, an entry an epoch
 * @param scores of the network before it was trained, where the study optimises any
 */
public record Evaluated(
        Complexity complexity,
        Accuracy accuracy,
        Optional<LatencyReport> latency,
        List<EpochRecord> curve,
        Provenance provenance,
        Map<Objective, Double> scores)
        implements Outcome {
    public Evaluated {
        curve = List.copyOf(curve);
        scores = Collections.unmodifiableMap(new TreeMap<>(scores));
    }

    /** One without scores, as most are. */
    public Evaluated(
            Complexity complexity,
            Accuracy accuracy,
            Optional<LatencyReport> latency,
            List<EpochRecord> curve,
            Provenance provenance) {
        this(complexity, accuracy, latency, curve, provenance, Map.of());
    }

    /** The same with those scores in the place of others. */
    public Evaluated with(Map<Objective, Double> others) {
        return new Evaluated(complexity, accuracy, latency, curve, provenance, others);
    }
}
