package io.falconet.space.search;

import io.falconet.space.outcome.Outcome;
import io.falconet.space.search.strategy.Candidate;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** The evaluations of a search that are in flight. */
final class Flight {
    private final TrialRunner runner;
    private final SearchListener listener;
    private final BlockingQueue<Landing> landed = new LinkedBlockingQueue<>();
    private int size;

    Flight(TrialRunner runner, SearchListener listener) {
        this.runner = runner;
        this.listener = listener;
    }

    /** An evaluation whose outcome is known. */
    record Landing(TrialRequest request, Candidate candidate, Optional<Outcome> answer, Throwable broken) {
        Outcome outcome() {
            return answer.orElseThrow(() -> new IllegalStateException(
                    "Trial %d (%s) should have had an outcome, but the runner broke: %s"
                            .formatted(request.number(), request.architecture(), broken),
                    broken));
        }
    }

    int size() {
        return size;
    }

    void start(TrialRequest request, Candidate candidate) {
        size++;
        listener.proposed(request);
        runner.run(request)
                .whenComplete((outcome, broken) ->
                        landed.add(new Landing(request, candidate, Optional.ofNullable(outcome), broken)));
    }

    /**
     * Waits for the next one to land, whichever it is.
     *
     * @throws InterruptedException if this thread is interrupted
     */
    Landing next() throws InterruptedException {
        Landing next = landed.take();
        size--;
        return next;
    }
}
