package io.falconet.cluster.driver;

import io.falconet.evaluator.DeviceException;
import io.falconet.evaluator.Evaluation;
import io.falconet.evaluator.TrialData;
import io.falconet.results.ResultsDb;
import io.falconet.results.ResultsException;
import io.falconet.results.StudyRecord;
import io.falconet.results.StudyState;
import io.falconet.space.block.Detector;
import io.falconet.space.outcome.DeviceProfile;
import io.falconet.space.outcome.Objective;
import io.falconet.space.search.Foresight;
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
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Drives one study from where it is to its end: claims it, searches, records, and leaves it finished, stopped or failed.
 * One search a driver.
 */
public final class StudyDriver {
    private final ResultsDb db;
    private final Clock clock;
    private final Foresight foresight;
    private final Reuse reuse;
    private final Supplier<Optional<String>> waits;
    private Thread searching;
    private boolean stopped;

    public StudyDriver(ResultsDb db, Clock clock) {
        this(db, clock, Foresight.NONE, Reuse.OF_ANY_SEED);
    }

    /** With what is known of candidates before they are trained, and which evaluations of other studies answer for them. */
    public StudyDriver(ResultsDb db, Clock clock, Foresight foresight, Reuse reuse) {
        this(db, clock, foresight, reuse, Optional::empty);
    }

    /**
     * The same, of which people can see why it waits.
     *
     * @param waits asked now and then; nothing where it does not
     */
    public StudyDriver(ResultsDb db, Clock clock, Foresight foresight, Reuse reuse, Supplier<Optional<String>> waits) {
        this.db = db;
        this.clock = clock;
        this.foresight = foresight;
        this.reuse = reuse;
        this.waits = waits;
    }

    /**
     * Takes the right to drive a study, and does so.
     *
     * @throws RequestException if the study has a driver that is alive
     */
    public SearchEnd search(
            StudyRecord study,
            StudySpec spec,
            TrialData data,
            DeviceProfile device,
            Function<TrialRequest, CompletionStage<Evaluation>> evaluator,
            SearchListener listener) {
        try (Hold hold = Hold.of(study, db, clock)) {
            return search(hold, spec, data, device, evaluator, listener);
        }
    }

    /**
     * Searches until all trials are done, {@link #stop} is called, or the device on which candidates are timed is lost for good;
     * then gives the study back.
     *
     * @param device on which candidates are timed
     * @param evaluator evaluates what no store knows
     */
    public SearchEnd search(
            Hold hold,
            StudySpec spec,
            TrialData data,
            DeviceProfile device,
            Function<TrialRequest, CompletionStage<Evaluation>> evaluator,
            SearchListener listener) {
        SearchSpace space = new NarrowedSpace(SearchSpaces.named(spec.space()), spec.choices());
        LaggedSearch search = new LaggedSearch(space, data.classes().size(), spec, foresight);
        if (spec.trials() > hold.study().trials()) {
            db.studies().revise(hold.claim(), new StudyWriter().write(spec), spec.trials());
        }
        RecordingRunner runner = new RecordingRunner(
                db,
                hold.claim(),
                spec,
                data.fingerprint(),
                device,
                reuse,
                request -> scores(
                        spec,
                        space.detector(request.architecture(), data.classes().size())),
                evaluator,
                clock);
        long started = System.nanoTime();
        boolean finished;
        Optional<String> obstacle = Optional.empty();
        hold.answeredBy(waits, state -> heard(state, runner));
        try {
            finished = run(search, runner, listener);
        } catch (RuntimeException e) {
            obstacle = noDevice(e);
            if (obstacle.isEmpty()) {
                fail(hold, e);
                throw e;
            }
            finished = false;
        }
        hold.giveBack(finished ? StudyState.FINISHED : StudyState.STOPPED, obstacle);
        return new SearchEnd(
                finished,
                runner.evaluated(),
                runner.reused(),
                runner.stored(),
                Duration.ofNanos(System.nanoTime() - started),
                obstacle);
    }

    /** The scores that belong to a candidate's outcome, as far as it has them. */
    private Map<Objective, Double> scores(StudySpec spec, Detector detector) {
        Map<Objective, Double> scores = new EnumMap<>(Objective.class);
        spec.scoresOptimised()
                .forEach(score -> foresight.of(score, detector).ifPresent(found -> scores.put(score, found.value())));
        return scores;
    }

    /** Asks the search to stop soon, from any thread. What was finished stays; the study can go on later. */
    public synchronized void stop() {
        stopped = true;
        if (searching != null) {
            searching.interrupt();
        }
    }

    /** Somebody wants the study to pause, which a driver does for one who queues it again while it still pauses; or to end. */
    private void heard(StudyState state, RecordingRunner runner) {
        if (state == StudyState.PAUSED || state == StudyState.QUEUED) {
            runner.pause();
        } else {
            stop();
        }
    }

    /** What the device's agent said last, if that is what broke the search. */
    private static Optional<String> noDevice(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof DeviceException) {
                return Optional.of(cause.getMessage());
            }
        }
        return Optional.empty();
    }

    private boolean run(LaggedSearch search, RecordingRunner runner, SearchListener listener) {
        try {
            begin();
            return search.run(runner, listener);
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

    /** Where the store is what failed, the study stays claimed by a driver that no longer beats. */
    private static void fail(Hold hold, RuntimeException why) {
        try {
            hold.giveBack(StudyState.FAILED, Optional.ofNullable(why.getMessage()));
        } catch (ResultsException e) {
            why.addSuppressed(e);
        }
    }
}
