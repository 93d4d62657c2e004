package io.falconet.cluster.driver;

import io.falconet.results.Claim;
import io.falconet.results.ResultsDb;
import io.falconet.results.ResultsException;
import io.falconet.results.StaleClaimException;
import io.falconet.results.StudyRecord;
import io.falconet.results.StudyState;
import io.falconet.results.StudyStore;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The right to drive a study: this process has it from here on, and shows that it lives. If it is closed before it is given
 * back, because what was to follow cannot be, the study is left as it was, or queued where its driver had died.
 *
 * <pre>{@code
 * try (Hold hold = Hold.of(study, db, clock)) {
 *     driver.search(hold, spec, data, device, evaluator, listener);
 * }
 * }</pre>
 */
public final class Hold implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Hold.class.getName());
    private static final Duration BEAT = Claiming.LIFETIME.dividedBy(6);

    private final StudyStore studies;
    private final Clock clock;
    private final StudyRecord study;
    private final Claim claim;
    private final Heartbeat heartbeat;
    private volatile Supplier<Optional<String>> waits = Optional::empty;
    private volatile Consumer<StudyState> heard = state -> {};
    private boolean givenBack;

    private Hold(StudyStore studies, Clock clock, StudyRecord study, Duration beat) {
        this.studies = studies;
        this.clock = clock;
        this.study = study;
        this.claim = new Claiming(studies, clock).claim(study);
        this.heartbeat = new Heartbeat(studies, claim, beat, () -> waits.get(), state -> heard.accept(state));
    }

    /**
     * Takes the right to drive a study.
     *
     * @throws TakenException if another driver is alive
     * @throws RequestException if it was cancelled
     */
    public static Hold of(StudyRecord study, ResultsDb db, Clock clock) {
        return of(study, db, clock, BEAT);
    }

    /**
     * The same.
     *
     * @param beat after how long it shows again that it lives, and hears what people want of its study
     */
    static Hold of(StudyRecord study, ResultsDb db, Clock clock, Duration beat) {
        return new Hold(db.studies(), clock, study, beat);
    }

    /** The study, as it was when it was taken. */
    StudyRecord study() {
        return study;
    }

    Claim claim() {
        return claim;
    }

    /**
     * Says who answers from here on.
     *
     * @param why it waits; nothing where it does not
     * @param hears each state that somebody puts the study into, and at each further beat again
     */
    void answeredBy(Supplier<Optional<String>> why, Consumer<StudyState> hears) {
        waits = why;
        heard = hears;
    }

    /** Gives the study back, in that state or in the one that somebody asked for meanwhile. */
    synchronized void giveBack(StudyState state, Optional<String> message) {
        givenBack = true;
        heartbeat.stop();
        try {
            studies.release(claim, state, message, clock.instant());
        } catch (StaleClaimException e) {
            // Another driver has taken over: the state is its to set.
            LOG.log(System.Logger.Level.WARNING, e.getMessage());
        }
    }

    /** Where the store is what failed, the study stays claimed by a driver that no longer beats. */
    @Override
    public synchronized void close() {
        if (givenBack) {
            return;
        }
        try {
            giveBack(study.state() == StudyState.RUNNING ? StudyState.QUEUED : study.state(), study.message());
        } catch (ResultsException e) {
            LOG.log(System.Logger.Level.WARNING, "Study {0} was not given back: {1}", study.name(), e.getMessage());
        }
    }
}
