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

/**
 * Looks at the studies again and again, and remembers what it saw: outcomes, which must stay as they are, and since when a
 * study has nobody who drives it.
 */
final class ChaosWatch {
    private final ChaosStore store;
    private final Map<String, Outcome> seen = new HashMap<>();
    private final Map<Long, Instant> waitingSince = new HashMap<>();
    private final List<Duration> waits = new ArrayList<>();
    private final Set<String> changed = new HashSet<>();

    ChaosWatch(ChaosStore store) {
        this.store = store;
    }

    /** Looks once. Gives the state of a study. */
    StudyState look(String study, Instant now) {
        try (ResultsDb db = store.open()) {
            Set<Long> waiting = new HashSet<>();
            for (StudyRecord record : new Steering(db, Clock.systemUTC()).waiting()) {
                waiting.add(record.id());
                waitingSince.putIfAbsent(record.id(), now);
            }
            waitingSince.entrySet().removeIf(entry -> {
                boolean driven = !waiting.contains(entry.getKey());
                if (driven) {
                    waits.add(Duration.between(entry.getValue(), now));
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

    /** How long studies waited for somebody to drive them, in the order in which that ended. */
    List<Duration> waits() {
        return waits;
    }
}
