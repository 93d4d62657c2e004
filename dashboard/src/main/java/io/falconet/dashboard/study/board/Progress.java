package io.falconet.dashboard.study.board;

import io.falconet.results.StudyRecord;
import io.falconet.results.StudyState;
import io.falconet.results.columns.TrialColumns;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;

/**
 * How far a study has come.
 *
 * @param finished trials whose outcome is known
 * @param planned trials in all: more than the study asked for once its final front is trained
 * @param perMinute trials finished a minute lately; NaN before the second one
 * @param left how long the rest takes at that pace; empty unless the study really runs and the pace is known
 * @param silent whether the study should be running but its driver gives no sign of life
 * @param elapsed since the search first began, up to its end
 */
public record Progress(
        int finished, int planned, double perMinute, Optional<Duration> left, boolean silent, Duration elapsed) {
    /** Finished trials that make the pace. */
    private static final int LATELY = 10;
    /** A driver that was silent for longer is probably dead: it beats every few seconds. */
    private static final Duration SILENCE = Duration.ofSeconds(45);

    /** How far the study on a board is. */
    public static Progress of(Board board, Instant now) {
        TrialColumns trials = board.trials();
        PriorityQueue<Long> latest = new PriorityQueue<>();
        for (int number = 0; number < trials.size(); number++) {
            long end = trials.finishedNanos(number);
            if (end != 0 && (latest.size() <= LATELY || end > latest.peek())) {
                latest.add(end);
                if (latest.size() > LATELY + 1) {
                    latest.remove();
                }
            }
        }
        List<Instant> ends = latest.stream()
                .sorted()
                .map(nanos -> Instant.ofEpochSecond(0, nanos))
                .toList();
        return of(board.study(), trials.count(), trials.finished(), ends, now);
    }

    /**
     * How far a study is.
     *
     * @param proposed trials that there are
     * @param finished trials that have an outcome
     * @param ends when the latest of them ended, rising
     */
    static Progress of(StudyRecord study, int proposed, int finished, List<Instant> ends, Instant now) {
        double perMinute = perMinute(ends);
        int planned = Math.max(study.trials(), proposed);
        int rest = planned - finished;
        boolean running = study.state() == StudyState.RUNNING;
        boolean silent = running
                && study.heartbeat()
                        .map(beat -> beat.plus(SILENCE).isBefore(now))
                        .orElse(true);
        boolean paced = running && !silent && perMinute > 0 && rest > 0;
        Duration elapsed = study.started()
                .map(start -> Duration.between(start, study.ended().orElse(now)))
                .orElse(Duration.ZERO);
        return new Progress(
                finished,
                planned,
                perMinute,
                paced ? Optional.of(Duration.ofMillis(Math.round(60_000 * rest / perMinute))) : Optional.empty(),
                silent,
                elapsed);
    }

    private static double perMinute(List<Instant> ends) {
        if (ends.size() < 2) {
            return Double.NaN;
        }
        List<Instant> late = ends.subList(Math.max(0, ends.size() - LATELY - 1), ends.size());
        double minutes =
                Duration.between(late.get(0), late.get(late.size() - 1)).toMillis() / 60_000.0;
        return minutes > 0 ? (late.size() - 1) / minutes : Double.NaN;
    }

    /** Between 0 and 1. */
    public double share() {
        return planned == 0 ? 0 : Math.min(1, (double) finished / planned);
    }
}
