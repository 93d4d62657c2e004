package io.falconet.dashboard.timeline;

import io.falconet.results.TrialRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;

/**
 * A trial's evaluation in time.
 *
 * @param lane from 0: at any moment no lane has two, and there are as few as that takes
 */
record Stint(TrialRecord trial, Instant from, Instant to, int lane) {
    private record Busy(int lane, Instant until) {}

    /**
     * The evaluations of trials, by their beginning. Those that took their outcome from another trial did not run, and are
     * left out.
     *
     * @param now when what is in flight has come as far as it has
     */
    static List<Stint> of(List<TrialRecord> trials, Instant now) {
        List<Stint> stints = trials.stream()
                .filter(trial -> trial.reusedFrom().isEmpty())
                .map(trial -> unplaced(trial, now))
                .sorted(Comparator.comparing(Stint::from)
                        .thenComparing(stint -> stint.trial().number()))
                .toList();
        PriorityQueue<Integer> free = new PriorityQueue<>();
        PriorityQueue<Busy> busy = new PriorityQueue<>(Comparator.comparing(Busy::until));
        List<Stint> placed = new ArrayList<>();
        int lanes = 0;
        for (Stint stint : stints) {
            while (!busy.isEmpty() && !busy.peek().until().isAfter(stint.from())) {
                free.add(busy.poll().lane());
            }
            int lane = free.isEmpty() ? lanes++ : free.poll();
            busy.add(new Busy(lane, stint.to()));
            placed.add(new Stint(stint.trial(), stint.from(), stint.to(), lane));
        }
        return placed;
    }

    /** From when its evaluation began for as long as it took; in flight since it was proposed. */
    private static Stint unplaced(TrialRecord trial, Instant now) {
        return trial.outcome()
                .map(outcome -> new Stint(
                        trial,
                        outcome.provenance().started(),
                        outcome.provenance().started().plus(outcome.provenance().elapsed()),
                        0))
                .orElseGet(() -> new Stint(
                        trial,
                        trial.proposed(),
                        Optional.of(now).filter(trial.proposed()::isBefore).orElse(trial.proposed()),
                        0));
    }
}
