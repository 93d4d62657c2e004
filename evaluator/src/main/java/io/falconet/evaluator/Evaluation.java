package io.falconet.evaluator;

import io.falconet.space.outcome.Outcome;
import java.util.List;
import java.util.Optional;

/**
 * What came of a task.
 *
 * @param artifacts files made on the way; of a failed evaluation the log alone
 */
public record Evaluation(Outcome outcome, List<ProducedArtifact> artifacts) {
    public Evaluation {
        artifacts = List.copyOf(artifacts);
    }

    /** Content of the file of that name, if it was made. */
    Optional<byte[]> content(String name) {
        return artifacts.stream()
                .filter(artifact -> artifact.name().equals(name))
                .map(ProducedArtifact::content)
                .findFirst();
    }
}
