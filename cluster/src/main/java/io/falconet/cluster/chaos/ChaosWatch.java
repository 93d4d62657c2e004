package io.falconet.cluster.chaos;

import io.falconet.cluster.driver.Steering;
import io.falconet.results.ResultsDb;
import io.falconet.results.StudyRecord;
import io.falconet.results.StudyState;
import io.falconet.results.TrialRecord;
import io.falconet.space.outcome.Outcome;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Looks at the studies again and again, and remembers what it saw: outcomes, which must stay as they are, and since when a
 * study has nobody who drives it.
 */
final class ChaosWatch {
    private static final Duration BEFORE = Duration.ofSeconds(15);

    private final ChaosStore store;
    private final Map<String, Outcome> seen = new HashMap<>();
    private final Map<String, Instant> waitingSince = new HashMap<>();
    private final List<Wait> waits = new ArrayList<>();
    private final Set<String> changed = new HashSet<>();

    /** A time in which a study had nobody who drove it. */
    record Wait(String study, Instant since, Instant until) {
        Duration length() {
            return Duration.between(since, until);
        }
    }

    ChaosWatch(ChaosStore store) {
        this.store = store;
    }

    /** Looks once. Gives the state of a study. */
    StudyState look(String study, Instant now) {
        try (ResultsDb db = store.open()) {
            Set<String> waiting = new HashSet<>();
            for (StudyRecord record : new Steering(db, Clock.systemUTC()).waiting()) {
                waiting.add(record.name());
                waitingSince.putIfAbsent(record.name(), now);
            }
            waitingSince.entrySet().removeIf(entry -> {
                boolean driven = !waiting.contains(entry.getKey());
                if (driven) {
                    waits.add(new Wait(entry.getKey(), entry.getValue(), now));
                }
                return driven;
            });
            StudyRecord record = db.studies().find(study).orElseThrow();
            db.trials().list(record.id()).forEach(trial -> remember(study, trial));
            return record.state();
        }
    }

    private void remember(String study, TrialRecord trial) {
        Optional<Outcome> outcome = trial.outcome();
        String name = study + ":" + trial.number();
        if (seen.containsKey(name) && !outcome.equals(Optional.of(seen.get(name)))) {
            changed.add(name);
        }
        outcome.ifPresent(found -> seen.put(name, found));
    }

    /** How many outcomes it has seen. */
    int outcomes() {
        return seen.size();
    }

    /** Outcomes that it saw, and that later were gone or others. */
    Set<String> changed() {
        return changed;
    }

    /** When studies waited for somebody to drive them, in the order in which that ended. */
    List<Wait> waits() {
        return waits;
    }

    /** Studies that waited for too long, each with what had been broken shortly before, and meanwhile; in words. */
    List<String> stuck(List<ChaosRun.Broken> broken) {
        return waits.stream()
                .filter(wait -> wait.length().compareTo(ChaosReport.LONGEST_WAIT) > 0)
                .map(wait -> "%s had no driver for %d s; broken since %d s before: %s"
                        .formatted(
                                wait.study(),
                                wait.length().toSeconds(),
                                BEFORE.toSeconds(),
                                broken.stream()
                                        .filter(one ->
                                                one.when().isAfter(wait.since().minus(BEFORE))
                                                        && one.when().isBefore(wait.until()))
                                        .map(one -> "%s (%+d s)"
                                                .formatted(
                                                        one.what(),
                                                        Duration.between(wait.since(), one.when())
                                                                .toSeconds()))
                                        .collect(Collectors.joining(", "))))
                .toList();
    }
}
