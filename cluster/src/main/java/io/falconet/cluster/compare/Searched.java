package io.falconet.cluster.compare;

import io.falconet.space.outcome.Outcome;
import java.util.List;

/**
 * What one search found.
 *
 * @param strategy by which it chose
 * @param outcomes of its trials, in their order
 */
public record Searched(String strategy, long seed, List<Outcome> outcomes) {
    public Searched {
        outcomes = List.copyOf(outcomes);
    }
}
