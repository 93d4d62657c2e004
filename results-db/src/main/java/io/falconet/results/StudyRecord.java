package io.falconet.results;

import java.time.Instant;
import java.util.Optional;

/**
 * A study as it is stored.
 *
 * @param specYaml the study file's canonical text
 * @param trials how many are planned
 * @param finished trials whose outcome is known, of whatever kind
 * @param started when it was first claimed
 * @param ended when it last stopped, finished or failed; empty while it runs
 * @param heartbeat the latest sign of life of its driver; empty where no driver holds it
 * @param message why it is in its state, or of one that runs, why it waits; for people
 * @param imported where its trials were read from, for people; empty where Falconet searched it
 */
public record StudyRecord(
        long id,
        String name,
        String specYaml,
        StudyState state,
        int trials,
        int finished,
        Instant created,
        Optional<Instant> started,
        Optional<Instant> ended,
        Optional<Instant> heartbeat,
        Optional<String> message,
        Optional<String> imported) {}
