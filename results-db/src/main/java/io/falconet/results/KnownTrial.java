package io.falconet.results;

import io.falconet.space.outcome.Evaluated;
import java.util.List;

/**
 * A trial that answers what is about to be asked.
 *
 * @param reference where the outcome was found; always the trial that was really evaluated
 * @param outcome all of it, with curve
 * @param artifacts what the evaluation left
 */
public record KnownTrial(TrialReference reference, Evaluated outcome, List<StoredArtifact> artifacts) {
    public KnownTrial {
        artifacts = List.copyOf(artifacts);
    }
}
