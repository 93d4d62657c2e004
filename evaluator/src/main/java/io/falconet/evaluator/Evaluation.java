package io.falconet.evaluator;

import io.falconet.space.outcome.Outcome;
import java.util.List;

/**
 * What came of a task.
 *
 * @param artifacts files made on the way; of a failed evaluation the log alone
 */
public record Evaluation(Outcome outcome, List<ProducedArtifact> artifacts) {
    public Evaluation {
        artifacts = List.copyOf(artifacts);
    }
}
