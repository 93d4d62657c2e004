package io.falconet.cluster.driver;

import io.falconet.results.Claim;
import io.falconet.results.Owner;
import io.falconet.results.StudyRecord;
import io.falconet.results.StudyState;
import io.falconet.results.StudyStore;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** Takes the right to drive a study for this process; from a driver that died on this machine at once. */
final class Claiming {
    /** A driver that has not beaten for longer is taken for dead, wherever it ran. */
    static final Duration LIFETIME = Duration.ofSeconds(30);

    private final StudyStore studies;
    private final Clock clock;

    Claiming(StudyStore studies, Clock clock) {
        this.studies = studies;
        this.clock = clock;
    }

    /**
     * Claims a study.
     *
     * @throws TakenException if another driver is alive
     * @throws RequestException if it was cancelled
     */
    Claim claim(StudyRecord study) {
        return studies.claim(study.id(), Owner.thisProcess().text(), LIFETIME, clock.instant())
                .orElseThrow(() -> cancelled(study)
                        ? new RequestException(
                                "A study that may go on was expected, found %s cancelled.".formatted(study.name()),
                                "give it another name in its file: what it trained is used again.")
                        : new TakenException(study, studies.owner(study.id()).orElse("another process"), LIFETIME));
    }

    private boolean cancelled(StudyRecord study) {
        return studies.find(study.id()).map(StudyRecord::state).equals(Optional.of(StudyState.CANCELLED));
    }
}
