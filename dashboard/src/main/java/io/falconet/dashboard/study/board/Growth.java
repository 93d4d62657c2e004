package io.falconet.dashboard.study.board;

import io.falconet.space.outcome.Objective;
import java.util.List;
import java.util.Map;

/**
 * A study's front, and how it came about.
 *
 * @param front numbers of the trials on it, rising
 * @param hypervolume how much it dominated, by {@link io.falconet.space.search.HypervolumeHistory}, in order of time; never
 *     falling. Empty where the study's file cannot be read
 * @param improvements how many trials came onto the front; where that are more than steps, those between are left out
 * @param best by objective, each value that was better than all before, in order of time
 * @param lastNanos when the latest outcome was recorded, in nanoseconds since 1970; 0 before the first
 */
public record Growth(
        int[] front, List<Step> hypervolume, int improvements, Map<Objective, List<Step>> best, long lastNanos) {
    public Growth {
        front = front.clone();
        hypervolume = List.copyOf(hypervolume);
        best = Map.copyOf(best);
    }

    /**
     * What was reached by a trial.
     *
     * @param number of the trial
     * @param nanos when its outcome was recorded, since 1970
     * @param value reached by then
     */
    public record Step(int number, long nanos, double value) {}
}
