package io.falconet.evaluator;

import io.falconet.space.outcome.LatencyReport;
import io.falconet.space.outcome.Provenance;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Knows from the start of an evaluation where its outcome will come from. */
final class Stamp {
    private final EvaluationTask task;
    private final String codeVersion;
    private final String fingerprint;
    private final Map<String, String> versions;
    private final Instant started;
    /** Somebody may set the clock meanwhile: how long it took is measured by another. */
    private final long startedNanos = System.nanoTime();

    /** Starts the time. */
    Stamp(EvaluationTask task, String codeVersion, String fingerprint, Map<String, String> versions, Clock clock) {
        this.task = task;
        this.codeVersion = codeVersion;
        this.fingerprint = fingerprint;
        this.versions = versions;
        this.started = clock.instant();
    }

    /** Whether all that numbers follow from, apart from the task, was the same for others; the device times alone. */
    boolean sameVersions(Provenance others) {
        Map<String, String> theirs = new HashMap<>(others.versions());
        theirs.remove(Provenance.DEVICE);
        return codeVersion.equals(others.codeVersion()) && versions.equals(theirs);
    }

    /** The provenance of what is known by now. */
    Provenance provenance() {
        return provenance(Optional.empty());
    }

    /** The same of what was timed; on which device, if that is another machine. */
    Provenance provenance(Optional<LatencyReport> latency) {
        Map<String, String> all = new HashMap<>(versions);
        latency.map(LatencyReport::device)
                .filter(device -> task.device().isPresent())
                .ifPresent(device -> all.put(Provenance.DEVICE, device.name() + ": " + device.description()));
        return new Provenance(
                task.seed(),
                codeVersion,
                fingerprint,
                task.fidelity(),
                all,
                started,
                Duration.ofNanos(System.nanoTime() - startedNanos));
    }
}
