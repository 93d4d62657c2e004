package io.falconet.evaluator;

import io.falconet.space.outcome.Provenance;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** Knows from the start of an evaluation where its outcome will come from. */
final class Stamp {
    private final EvaluationTask task;
    private final String codeVersion;
    private final String fingerprint;
    private final Map<String, String> versions;
    private final Clock clock;
    private final Instant started;

    /** Starts the time. */
    Stamp(EvaluationTask task, String codeVersion, String fingerprint, Map<String, String> versions, Clock clock) {
        this.task = task;
        this.codeVersion = codeVersion;
        this.fingerprint = fingerprint;
        this.versions = versions;
        this.clock = clock;
        this.started = clock.instant();
    }

    /** The provenance of what is known by now. */
    Provenance provenance() {
        return new Provenance(
                task.seed(),
                codeVersion,
                fingerprint,
                task.fidelity(),
                versions,
                started,
                Duration.between(started, clock.instant()));
    }
}
