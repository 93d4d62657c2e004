package io.falconet.dashboard.failures;

import io.falconet.results.TrialState;
import java.util.Locale;
import java.util.Optional;

/** What to do about a cause, where that is known and its words do not say so themselves. */
final class Advice {
    private Advice() {}

    static Optional<String> on(Cause cause) {
        String words = cause.words().toLowerCase(Locale.ROOT);
        if (words.contains("maybe ")) {
            return Optional.empty();
        }
        if (cause.state() == TrialState.INFEASIBLE) {
            return Optional.of("Maybe raise the limit, or leave out the seeds that break it.");
        }
        if (cause.state() == TrialState.PRUNED) {
            return Optional.of("Nothing: it was stopped so that others get its time.");
        }
        if (words.contains("nan") || words.contains("no number") || words.contains("infinite")) {
            return Optional.of(
                    "Maybe a lower learning rate, or leave out what these trials have in common: compare some.");
        }
        if (words.contains("out of memory") || words.contains("heap")) {
            return Optional.of("Maybe a smaller batch, fewer slots or smaller images.");
        }
        if (words.contains("no space left") || words.contains("disk is full")) {
            return Optional.of("Maybe make room on the disk, then resume the study.");
        }
        return Optional.empty();
    }
}
