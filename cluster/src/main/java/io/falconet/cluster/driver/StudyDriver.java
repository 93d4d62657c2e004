package io.falconet.cluster.driver;

import io.falconet.evaluator.Evaluation;
import io.falconet.evaluator.TrialData;
import io.falconet.results.Claim;
import io.falconet.results.ResultsDb;
import io.falconet.results.StaleClaimException;
import io.falconet.results.StudyRecord;
import io.falconet.results.StudyState;
import io.falconet.space.search.LaggedSearch;
import io.falconet.space.search.SearchListener;
import io.falconet.space.search.TrialRequest;
import io.falconet.space.space.NarrowedSpace;
import io.falconet.space.space.SearchSpace;
import io.falconet.space.space.SearchSpaces;
import io.falconet.space.study.StudySpec;
import io.falconet.space.study.StudyWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/**
 * Drives one study from where it is to its end: claims it, searches, records, and leaves it finished, stopped or failed.
 * One search a driver.
 */
public final class StudyDriver {
    private final ResultsDb db;
    private final Clock clock;
    private Thread searching;
    private boolean stopped;

    public StudyDriver(ResultsDb db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /**
     * Searches until all trials are done or {@link #stop} is called.
     *
     * @param evaluator evaluates what no store knows
     * @throws RequestException if the study has a driver that is alive
     */
    public SearchEnd search(
            StudyRecord study,
            StudySpec spec,
            TrialData data,
            Function<TrialRequest, CompletionStage<Evaluation>> evaluator,
            SearchListener listener) {
        SearchSpace space = new NarrowedSpace(SearchSpaces.named(spec.space()), spec.choices());
        LaggedSearch search = new LaggedSearch(space, data.classes().size(), spec);
        Claim claim = new Claiming(db.studies(), clock).claim(study);
        if (spec.trials() > study.trials()) {
            db.studies().revise(claim, new StudyWriter().write(spec), spec.trials());
        }
        RecordingRunner runner = new RecordingRunner(db, claim, spec, data.fingerprint(), evaluator, clock);
        Instant started = clock.instant();
        boolean finished;
        Heartbeat heartbeat = new Heartbeat(db.studies(), claim, clock, Claiming.LIFETIME.dividedBy(6), this::stop);
        try {
            finished = run(search, runner, listener);
        } catch (RuntimeException e) {
            release(claim, StudyState.FAILED, Optional.ofNullable(e.getMessage()));
            throw e;
        } finally {
            heartbeat.stop();
        }
        release(claim, finished ? StudyState.FINISHED : StudyState.STOPPED, Optional.empty());
        return new SearchEnd(
                finished,
                runner.evaluated(),
                runner.reused(),
                runner.stored(),
                Duration.between(started, clock.instant()));
    }

    /** Asks the search to stop soon, from any thread. What was finished stays; the study can go on later. */
    public synchronized void stop() {
        stopped = true;
        if (searching != null) {
            searching.interrupt();
        }
    }

    private boolean run(LaggedSearch search, RecordingRunner runner, SearchListener listener) {
        try {
            begin();
            search.run(runner, listener);
            return true;
        } catch (InterruptedException e) {
            return false;
        } catch (RuntimeException e) {
            if (stopped()) {
                // The cluster went down first, as on Ctrl-C: what it says then is no failure of the study.
                return false;
            }
            throw e;
        } finally {
            end();
        }
    }

    private synchronized void begin() throws InterruptedException {
        if (stopped) {
            throw new InterruptedException();
        }
        searching = Thread.currentThread();
    }

    private synchronized void end() {
        searching = null;
        // An interrupt that came too late must not meet what follows.
        Thread.interrupted();
    }

    private synchronized boolean stopped() {
        return stopped;
    }

    private void release(Claim claim, StudyState state, Optional<String> message) {
        try {
            db.studies().release(claim, state, message, clock.instant());
        } catch (StaleClaimException e) {
            // Another driver has taken over: the state is its to set.
            System.getLogger(StudyDriver.class.getName()).log(System.Logger.Level.WARNING, e.getMessage());
        }
    }
}
