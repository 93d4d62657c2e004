package io.falconet.cluster.driver;

import io.falconet.results.StudyRecord;
import java.time.Duration;

/** A study has a driver that is alive. */
public final class TakenException extends RequestException {
    private static final long serialVersionUID = 1;

    TakenException(StudyRecord study, String owner, Duration lifetime) {
        super(
                "Study %s is being searched by %s; a study has one driver at a time.".formatted(study.name(), owner),
                "watch it on the dashboard, or falconet stop %s. A driver that died is let go after %d s."
                        .formatted(study.name(), lifetime.toSeconds()));
    }
}
