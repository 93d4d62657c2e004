package io.falconet.cluster.chaos;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What came of a run.
 *
 * @param broken how often what was broken
 * @param studies that were searched to their end
 * @param trials that all of them should have
 * @param outcomes that the store has in the end
 * @param lost what was lost, changed, or there twice, in words; empty as it should be
 * @param different studies whose trials or front are not those of an undisturbed search from the same seed; empty as it should
 *     be
 * @param stuck studies that had no driver for longer than {@link #LONGEST_WAIT}, with what had been broken, in words
 * @param longestWait how long a study had nobody who drove it, at most
 * @param medianWait the same, in the middle
 * @param elapsed the disturbed searches alone
 */
public record ChaosReport(
        Map<Victim, Integer> broken,
        int studies,
        int trials,
        int outcomes,
        List<String> lost,
        List<String> different,
        List<String> stuck,
        Duration longestWait,
        Duration medianWait,
        Duration elapsed) {
    /** Two heartbeats: so long may a study be without a driver. */
    public static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

    /** Whether nothing was lost. */
    public boolean unharmed() {
        return lost.isEmpty() && different.isEmpty() && outcomes == trials && stuck.isEmpty();
    }
}
