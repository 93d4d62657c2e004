package io.falconet.dashboard.api;

import io.falconet.results.StudyRecord;
import io.falconet.results.StudyState;
import java.time.Instant;

/**
 * A study, as programs read it. Times are ISO 8601 in UTC; what is not known is null.
 *
 * @param planned how many trials it plans
 * @param finished trials whose outcome is known, of whatever kind
 * @param imported where its trials were read from; null where Falconet searched it
 */
record StudyAnswer(
        String name,
        StudyState state,
        int planned,
        int finished,
        String created,
        String started,
        String ended,
        String message,
        String imported) {
    static StudyAnswer of(StudyRecord study) {
        return new StudyAnswer(
                study.name(),
                study.state(),
                study.trials(),
                study.finished(),
                study.created().toString(),
                study.started().map(Instant::toString).orElse(null),
                study.ended().map(Instant::toString).orElse(null),
                study.message().orElse(null),
                study.imported().orElse(null));
    }
}
