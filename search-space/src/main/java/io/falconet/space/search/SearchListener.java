package io.falconet.space.search;

import io.falconet.space.outcome.Outcome;

/** Is told how a search goes, from the search's own thread. */
public interface SearchListener {
    /** A trial was proposed and is about to be handed to the runner. */
    default void proposed(TrialRequest request) {}

    /** A trial's outcome is known. Called in the order of completion, not of numbers. */
    default void finished(TrialRequest request, Outcome outcome) {}

    /**
     * What the study planned is done, and the front is to be trained in full.
     *
     * @param trials how many there will be in all, as far as is known
     */
    default void extended(int trials) {}

    /**
     * No architecture is left to propose: the search ends with fewer trials than planned, once those in flight have
     * finished.
     *
     * @param reason why, and what may help
     */
    default void exhausted(String reason) {}

    /** Tells another one too, after this one. */
    default SearchListener and(SearchListener other) {
        SearchListener first = this;
        return new SearchListener() {
            @Override
            public void proposed(TrialRequest request) {
                first.proposed(request);
                other.proposed(request);
            }

            @Override
            public void finished(TrialRequest request, Outcome outcome) {
                first.finished(request, outcome);
                other.finished(request, outcome);
            }

            @Override
            public void extended(int trials) {
                first.extended(trials);
                other.extended(trials);
            }

            @Override
            public void exhausted(String reason) {
                first.exhausted(reason);
                other.exhausted(reason);
            }
        };
    }
}
