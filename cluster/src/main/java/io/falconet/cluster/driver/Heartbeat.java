package io.falconet.cluster.driver;

import io.falconet.results.Claim;
import io.falconet.results.StaleClaimException;
import io.falconet.results.StudyState;
import io.falconet.results.StudyStore;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Shows, until stopped, that a study's driver lives; and hears when somebody wants the study stopped. */
final class Heartbeat {
    private final ScheduledExecutorService beats = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "heartbeat");
        thread.setDaemon(true);
        return thread;
    });

    /**
     * @param lost is called when the study was stopped by others, or taken over
     */
    Heartbeat(StudyStore studies, Claim claim, Clock clock, Duration period, Runnable lost) {
        beats.scheduleAtFixedRate(
                () -> beat(studies, claim, clock, lost), period.toMillis(), period.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void beat(StudyStore studies, Claim claim, Clock clock, Runnable lost) {
        try {
            if (studies.heartbeat(claim, clock.instant()) != StudyState.RUNNING) {
                lost.run();
            }
        } catch (StaleClaimException e) {
            lost.run();
        } catch (RuntimeException e) {
            // A beat missed is not a life lost: the next may reach the store again.
            System.getLogger(Heartbeat.class.getName()).log(System.Logger.Level.DEBUG, "Missed a beat", e);
        }
    }

    void stop() {
        beats.shutdownNow();
    }
}
