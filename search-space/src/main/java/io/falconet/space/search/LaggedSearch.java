package io.falconet.space.search;

import io.falconet.space.outcome.Outcome;
import io.falconet.space.search.strategy.Candidate;
import io.falconet.space.search.strategy.Genome;
import io.falconet.space.search.strategy.Lineage;
import io.falconet.space.search.strategy.Randomness;
import io.falconet.space.search.strategy.Remembered;
import io.falconet.space.search.strategy.SearchStrategy;
import io.falconet.space.space.FittedSeed;
import io.falconet.space.space.NarrowedSpace;
import io.falconet.space.space.SearchSpace;
import io.falconet.space.study.StudySpec;
import java.util.List;
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
    private final StudySpec study;
    private final Guide guide;
    private final BuiltCandidates candidates;
    private final Randomness randomness;
    private final Lineage lineage;

    /**
     * A search, not yet run.
     *
     * @param space the study's space; it is narrowed to the study's choices
     * @param classes kinds of object in the study's data
     */
    public LaggedSearch(SearchSpace space, int classes, StudySpec study) {
        SearchSpace narrowed = new NarrowedSpace(space, study.choices());
        this.study = study;
        this.guide = new Guide(study.objectives());
        this.candidates = new BuiltCandidates(narrowed, classes, study);
        this.randomness = new Randomness(study.seed());
        List<Genome> seeds = study.seeds().stream()
                .map(name -> new Genome(
                        narrowed.options(FittedSeed.named(name, narrowed).architecture())))
                .toList();
        Remembered remembered = new Remembered(candidates);
        this.lineage = new Lineage(
                remembered,
                SearchStrategy.of(study.strategy(), remembered, randomness),
                randomness,
                seeds,
                study.lag());
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
        BlockingQueue<Completion> completions = new LinkedBlockingQueue<>();
        boolean exhausted = false;
        int inFlight = 0;
        while (true) {
            while (!exhausted && lineage.size() < study.trials() && inFlight < study.lag() && lineage.nextMayBeBred()) {
                int number = lineage.size();
                Optional<Candidate> child = lineage.next();
                if (child.isPresent()) {
                    inFlight++;
                    start(request(number, child.get()), child.get(), runner, listener, completions);
                } else {
                    exhausted = true;
                    listener.exhausted("A new architecture was expected for trial %d of %d, found none: %s"
                            .formatted(number + 1, study.trials(), lineage.exhaustion()));
                }
            }
            if (inFlight == 0) {
                return;
            }
            Completion completion = completions.take();
            Outcome outcome = completion.outcome();
            inFlight--;
            lineage.told(completion.request().number(), guide.point(completion.candidate(), outcome));
            listener.finished(completion.request(), outcome);
        }
    }

    private TrialRequest request(int number, Candidate child) {
        return new TrialRequest(
                number,
                candidates.architecture(child.genome()),
                child.id(),
                study.fidelity(),
                randomness.evaluation(child.id()));
    }

    private static void start(
            TrialRequest request,
            Candidate candidate,
            TrialRunner runner,
            SearchListener listener,
            BlockingQueue<Completion> completions) {
        listener.proposed(request);
        runner.run(request)
                .whenComplete((outcome, broken) ->
                        completions.add(new Completion(request, candidate, Optional.ofNullable(outcome), broken)));
    }

    private record Completion(TrialRequest request, Candidate candidate, Optional<Outcome> answer, Throwable broken) {
        Outcome outcome() {
            return answer.orElseThrow(() -> new IllegalStateException(
                    "Trial %d (%s) should have had an outcome, but the runner broke: %s"
                            .formatted(request.number(), request.architecture(), broken),
                    broken));
        }
    }
}
