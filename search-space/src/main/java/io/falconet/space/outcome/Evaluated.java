package io.falconet.space.outcome;

import io.falconet.space.graph.Complexity;
import java.util.List;
import java.util.Optional;

/**
 * The architecture was trained, scored and timed.
 *
 * @param complexity its exact cost
 * @param accuracy on the validation images after the last epoch
 * @param latency on the study's device, where one was asked for
 * @param curve what training looked like, an entry an epoch
 */
public record Evaluated(
        Complexity complexity,
        Accuracy accuracy,
        Optional<LatencyReport> latency,
        List<EpochRecord> curve,
        Provenance provenance)
        implements Outcome {
    public Evaluated {
        curve = List.copyOf(curve);
    }
}
