package io.falconet.cluster.driver;

import io.falconet.results.Claim;
import io.falconet.results.StaleClaimException;
import io.falconet.results.StudyState;
import io.falconet.results.StudyStore;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Shows, until stopped, that a study's driver lives; and hears when somebody wants the study stopped. */
final class Heartbeat {
    private final ScheduledExecutorService beats = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "heartbeat");
        thread.setDaemon(true);
        return thread;
    });

    /**
     * @param waits why the study waits; nothing where it does not
     * @param heard is told each state of the study but {@link StudyState#RUNNING}, and that it was stopped where another
     *     driver has taken over
     */
    Heartbeat(
            StudyStore studies,
            Claim claim,
            Duration period,
            Supplier<Optional<String>> waits,
            Consumer<StudyState> heard) {
        beats.scheduleAtFixedRate(
                () -> beat(studies, claim, waits, heard), period.toMillis(), period.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void beat(StudyStore studies, Claim claim, Supplier<Optional<String>> waits, Consumer<StudyState> heard) {
        try {
            StudyState state = studies.heartbeat(claim, waits.get());
            if (state != StudyState.RUNNING) {
                heard.accept(state);
            }
        } catch (StaleClaimException e) {
            heard.accept(StudyState.STOPPED);
        } catch (RuntimeException e) {
            // A beat missed is not a life lost: the next may reach the store again.
            System.getLogger(Heartbeat.class.getName()).log(System.Logger.Level.DEBUG, "Missed a beat", e);
        }
    }

    void stop() {
        beats.shutdownNow();
    }
}
