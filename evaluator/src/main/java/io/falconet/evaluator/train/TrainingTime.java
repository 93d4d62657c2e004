package io.falconet.evaluator.train;

import java.time.Duration;
import java.util.Locale;

/**
 * Where the time of a training's steps went.
 *
 * @param whole of all steps and of what came between them
 * @param waiting of it, the time in which the next batch was not there yet
 */
public record TrainingTime(Duration whole, Duration waiting) {
    /** Share of the time that was spent waiting, from 0 to 1. */
    public double waitingShare() {
        return whole.isZero() ? 0 : (double) waiting.toNanos() / whole.toNanos();
    }

    /** In words, for people. */
    public String text() {
        return String.format(
                Locale.ROOT,
                "trained for %.1f s, waited %.1f %% of it for data",
                whole.toNanos() / 1e9,
                100 * waitingShare());
    }
}
