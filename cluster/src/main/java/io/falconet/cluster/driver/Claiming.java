package io.falconet.cluster.driver;

import io.falconet.results.Claim;
import io.falconet.results.Owner;
import io.falconet.results.StudyRecord;
import io.falconet.results.StudyStore;
import java.time.Clock;
import java.time.Duration;

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
     * @throws RequestException if another driver is alive
     */
    Claim claim(StudyRecord study) {
        return studies.claim(study.id(), Owner.thisProcess().text(), LIFETIME, clock.instant())
                .orElseThrow(() -> new RequestException(
                        "Study %s is being searched by %s; a study has one driver at a time."
                                .formatted(
                                        study.name(), studies.owner(study.id()).orElse("another process")),
                        "watch it on the dashboard, or stop that process first. One that died is let go after %d s."
                                .formatted(LIFETIME.toSeconds())));
    }
}
