package io.falconet.space.search;

import io.falconet.space.outcome.Outcome;
import io.falconet.space.space.NarrowedSpace;
import io.falconet.space.space.SearchSpace;
import io.falconet.space.study.StudySpec;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * A search in lagged steady state: parallel and deterministic at once. Child i is bred from the outcomes of children 0 …
 * i − lag − 1 alone and from randomness of its own, so the sequence of children is the same however many evaluations run at
 * the same time and whichever finishes first. At most lag evaluations are in flight; there is no generation to wait for.
 *
 * <p>Nothing but the study and the outcomes influences the sequence. To resume a search is therefore to run it again
 * with a runner that answers from what is stored.
 *
 * <pre>{@code
 * new LaggedSearch(SearchSpaces.named(study.space()), classes, study).run(runner, listener);
 * }</pre>
 */
public final class LaggedSearch {
    private final SearchSpace space;
    private final int classes;
    private final StudySpec study;
    private final Guide guide;

    /**
     * A search, not yet run, {@linkplain SteadyGuide guided} by what comes out the same each time.
     *
     * @param space the study's space; it is narrowed to the study's choices
     * @param classes kinds of object in the study's data
     */
    public LaggedSearch(SearchSpace space, int classes, StudySpec study) {
        this(space, classes, study, new SteadyGuide(study.objectives(), architecture -> space.detector(
                        architecture, classes)
                .network()));
    }

    /** A search, not yet run, with a guide of its own. */
    public LaggedSearch(SearchSpace space, int classes, StudySpec study, Guide guide) {
        this.space = new NarrowedSpace(space, study.choices());
        this.classes = classes;
        this.study = study;
        this.guide = guide;
    }

    /**
     * Runs the search until the outcomes of all of the study's trials are known, or no new architecture within the limits
     * is found ({@link SearchListener#exhausted}). The listener is called from this thread.
     *
     * @throws InterruptedException if this thread is interrupted; nothing more is proposed or told then, and what is in
     *     flight is left to the runner
     * @throws IllegalStateException if the runner is broken
     */
    public void run(TrialRunner runner, SearchListener listener) throws InterruptedException {
        Proposer proposer = new Proposer(space, classes, study);
        Progress progress = new Progress(study, guide);
        BlockingQueue<Completion> completions = new LinkedBlockingQueue<>();
        boolean exhausted = false;
        while (true) {
            while (!exhausted && progress.nextMayBeBred()) {
                Optional<TrialRequest> request = proposer.propose(progress.proposed(), progress.knownToNext());
                if (request.isPresent()) {
                    progress.propose();
                    start(request.get(), runner, listener, completions);
                } else {
                    exhausted = true;
                    listener.exhausted(proposer.exhaustion());
                }
            }
            if (progress.inFlight() == 0) {
                return;
            }
            Completion completion = completions.take();
            Outcome outcome = completion.outcome();
            progress.finish(completion.request(), outcome);
            listener.finished(completion.request(), outcome);
        }
    }

    private static void start(
            TrialRequest request, TrialRunner runner, SearchListener listener, BlockingQueue<Completion> completions) {
        listener.proposed(request);
        runner.run(request)
                .whenComplete((outcome, broken) ->
                        completions.add(new Completion(request, Optional.ofNullable(outcome), broken)));
    }

    private record Completion(TrialRequest request, Optional<Outcome> answer, Throwable broken) {
        Outcome outcome() {
            return answer.orElseThrow(() -> new IllegalStateException(
                    "Trial %d (%s) should have had an outcome, but the runner broke: %s"
                            .formatted(request.number(), request.architecture(), broken),
                    broken));
        }
    }
}
