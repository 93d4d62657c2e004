package io.falconet.space.search;

import io.falconet.space.outcome.Outcome;
import io.falconet.space.search.strategy.Candidate;
import io.falconet.space.search.strategy.Genome;
import io.falconet.space.search.strategy.Ladder;
import io.falconet.space.search.strategy.Lineage;
import io.falconet.space.search.strategy.Proposal;
import io.falconet.space.search.strategy.Randomness;
import io.falconet.space.search.strategy.Remembered;
import io.falconet.space.search.strategy.SearchStrategy;
import io.falconet.space.search.strategy.Seed;
import io.falconet.space.space.FittedSeed;
import io.falconet.space.space.NarrowedSpace;
import io.falconet.space.space.SearchSpace;
import io.falconet.space.study.StudySpec;
import java.util.List;
import java.util.Optional;

/**
 * A search in lagged steady state: parallel and deterministic at once. Trial i follows from the outcomes of trials 0 …
 * i − lag − 1 alone and from randomness of its own, so the sequence of trials is the same however many evaluations run at
 * the same time and whichever finishes first. At most lag evaluations are in flight; there is no generation to wait for.
 *
 * <p>Where the study has rungs, a trial is a new architecture on the lowest of them, or one that goes on to the next. After
 * the study's trials come those of the final front: what is best of all that is known is trained in full, until all that
 * is best was.
 *
 * <p>Nothing but the study, the outcomes and what is {@linkplain Foresight foreseen} influences the sequence. To resume a
 * search is therefore to run it again with a runner that answers from what is stored.
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
     * A search, not yet run, that knows of candidates what their networks tell.
     *
     * @param space the study's space; it is narrowed to the study's choices
     * @param classes kinds of object in the study's data
     */
    public LaggedSearch(SearchSpace space, int classes, StudySpec study) {
        this(space, classes, study, Foresight.NONE);
    }

    /** The same, with more known of candidates before they are trained. */
    public LaggedSearch(SearchSpace space, int classes, StudySpec study, Foresight foresight) {
        SearchSpace narrowed = new NarrowedSpace(space, study.choices());
        this.study = study;
        this.guide = new Guide(study.objectives());
        this.candidates = new BuiltCandidates(narrowed, classes, study, foresight);
        this.randomness = new Randomness(study.seed());
        List<Seed> seeds = study.seeds().stream()
                .map(name -> new Seed(
                        name,
                        new Genome(narrowed.options(
                                FittedSeed.named(name, narrowed).architecture()))))
                .toList();
        Remembered remembered = new Remembered(candidates);
        this.lineage = new Lineage(
                remembered,
                SearchStrategy.of(study.strategy(), remembered, randomness),
                randomness,
                seeds,
                Ladder.of(study.rungs(), study.strategy().population()),
                study.lag());
    }

    /**
     * Runs the search until the outcomes of all of the study's trials are known, or no new architecture within the limits
     * is found ({@link SearchListener#exhausted}), and its front is trained in full; or until the runner takes no more. The
     * listener is called from this thread.
     *
     * @return whether all is done
     * @throws InterruptedException if this thread is interrupted; nothing more is proposed or told then, and what is in
     *     flight is left to the runner
     * @throws IllegalStateException if the runner is broken
     */
    public boolean run(TrialRunner runner, SearchListener listener) throws InterruptedException {
        Flight flight = new Flight(runner, listener);
        boolean exhausted = false;
        while (true) {
            while (!exhausted
                    && runner.takesMore()
                    && lineage.size() < study.trials()
                    && flight.size() < study.lag()
                    && lineage.nextMayBeBred()) {
                int number = lineage.size();
                Optional<Proposal> next = lineage.next();
                if (next.isPresent()) {
                    start(number, next.get(), flight);
                } else {
                    exhausted = true;
                    listener.exhausted("A new architecture was expected for trial %d of %d, found none: %s"
                            .formatted(number + 1, study.trials(), lineage.exhaustion()));
                }
            }
            if (flight.size() == 0) {
                return (exhausted || lineage.size() == study.trials()) && trainFrontInFull(runner, flight, listener);
            }
            tell(flight.next(), listener);
        }
    }

    private boolean trainFrontInFull(TrialRunner runner, Flight flight, SearchListener listener)
            throws InterruptedException {
        int number = lineage.size();
        List<Proposal> further = lineage.finalFront();
        while (!further.isEmpty()) {
            listener.extended(lineage.size());
            for (Proposal proposal : further) {
                while (flight.size() == study.lag()) {
                    tell(flight.next(), listener);
                }
                if (!runner.takesMore()) {
                    land(flight, listener);
                    return false;
                }
                start(number, proposal, flight);
                number++;
            }
            land(flight, listener);
            further = lineage.finalFront();
        }
        return true;
    }

    private void land(Flight flight, SearchListener listener) throws InterruptedException {
        while (flight.size() > 0) {
            tell(flight.next(), listener);
        }
    }

    private void start(int number, Proposal proposal, Flight flight) {
        Candidate candidate = proposal.candidate();
        TrialRequest request = new TrialRequest(
                number,
                candidates.architecture(candidate.genome()),
                candidate.id(),
                study.fidelities().get(proposal.rung()),
                randomness.evaluation(candidate.id()),
                proposal.promoted(),
                candidates.objection(candidate),
                Optional.of(proposal.descent()));
        flight.start(request, candidate);
    }

    private void tell(Flight.Landing landing, SearchListener listener) {
        Outcome outcome = landing.outcome();
        lineage.told(landing.request().number(), guide.point(landing.candidate(), outcome));
        listener.finished(landing.request(), outcome);
    }
}
