package io.falconet.space.search;

import io.falconet.space.outcome.Outcome;
import java.util.concurrent.CompletionStage;

/**
 * The one seam between a search and what evaluates for it: a cluster, a local pool, a table of known results, or a
 * recording in front of any of them.
 */
@FunctionalInterface
public interface TrialRunner {
    /**
     * Starts an evaluation and returns at once. A candidate that cannot be trained completes with {@link
     * io.falconet.space.outcome.Failed}; the stage completes exceptionally only where the runner itself is broken, which
     * ends the search.
     */
    CompletionStage<Outcome> run(TrialRequest request);

    /** Whether it takes further trials. Where it does not, a search ends as soon as those in flight have their outcomes. */
    default boolean takesMore() {
        return true;
    }
}
