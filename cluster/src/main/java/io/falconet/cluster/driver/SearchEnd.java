package io.falconet.cluster.driver;

import java.time.Duration;
import java.util.Optional;

/**
 * How a search ended.
 *
 * @param finished whether all trials are done; otherwise it was stopped
 * @param evaluated trials trained and measured now
 * @param reused trials answered by the same network, trained for another study
 * @param stored trials that were finished before
 * @param elapsed how long this took
 * @param obstacle why it was stopped, where nobody asked for that; the study can go on without it
 */
public record SearchEnd(
        boolean finished, int evaluated, int reused, int stored, Duration elapsed, Optional<String> obstacle) {}
