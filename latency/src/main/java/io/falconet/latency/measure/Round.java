package io.falconet.latency.measure;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * One round of a measurement: a session of its own, untimed runs until the model is warm, then timed ones.
 *
 * @param loadNanos until the model was loaded, by the wall clock
 * @param firstNanos the first run, which allocates what later ones use again, by the wall clock
 * @param warmupRuns untimed runs
 * @param nanos of each timed run, in order
 * @param taken share of the timed runs' wall-clock time in which others had the core, from 0
 * @param anchorNanos what the anchor network took, the slower of before and after
 */
public record Round(long loadNanos, long firstNanos, int warmupRuns, List<Long> nanos, double taken, long anchorNanos) {
    /** Runs compared with as many before, to tell whether warming up is over. */
    static final int WINDOW = 5;
    /** Untimed runs at most. */
    static final int MAX_WARMUP = 50;
    /** After which a model is warm in any case: long runs leave nothing to settle. */
    static final Duration LONGEST_WARMUP = Duration.ofSeconds(1);
    /** Relative gain from window to window under which a model is warm. */
    static final double SETTLED = 0.02;
    /** Timed runs between two looks at the interval. */
    private static final int STRIDE = 16;
    /** A stretch of timed runs takes so long at least. */
    static final Duration STRETCH = Duration.ofMillis(15);
    /** And has so many runs at least. */
    static final int STRETCH_RUNS = 3;

    public Round {
        nanos = List.copyOf(nanos);
    }

    /** What the runs took, sorted. */
    Timings timings() {
        return new Timings(nanos.stream().mapToLong(Long::longValue).toArray());
    }

    /** The runs of the quietest stretch: of those in a row that are long enough, the ones with the smallest median. */
    Timings quietest() {
        Timings quietest = null;
        for (int from = 0; from < nanos.size(); from++) {
            int to = endOfStretch(from);
            if (to < 0) {
                break;
            }
            Timings stretch = timings(from, to);
            if (quietest == null || stretch.median() < quietest.median()) {
                quietest = stretch;
            }
        }
        return quietest == null ? timings() : quietest;
    }

    /** One past the last run of the stretch that begins there; -1 if too few runs follow. */
    private int endOfStretch(int from) {
        long taken = 0;
        for (int i = from; i < nanos.size(); i++) {
            taken += nanos.get(i);
            if (i - from + 1 >= STRETCH_RUNS && taken >= STRETCH.toNanos()) {
                return i + 1;
            }
        }
        return -1;
    }

    private Timings timings(int from, int to) {
        return new Timings(
                nanos.subList(from, to).stream().mapToLong(Long::longValue).toArray());
    }

    /** The round with what the anchor took before and after. */
    Round between(long earlierAnchor, long laterAnchor) {
        return new Round(loadNanos, firstNanos, warmupRuns, nanos, taken, Math.max(earlierAnchor, laterAnchor));
    }

    /** Runs a round, without the anchor. */
    static Round run(OnnxModel model, LatencyProtocol protocol, RunClock clock) {
        long start = System.nanoTime();
        try (ModelSession session = model.load()) {
            long loaded = System.nanoTime();
            session.run();
            long first = System.nanoTime();
            int warmup = 1 + warmUp(session, clock);
            List<RunClock.Run> runs = timed(session, protocol, clock);
            double nanos = runs.stream().mapToLong(RunClock.Run::nanos).sum();
            double wallNanos = runs.stream().mapToLong(RunClock.Run::wallNanos).sum();
            return new Round(
                    loaded - start,
                    first - loaded,
                    warmup,
                    runs.stream().map(RunClock.Run::nanos).toList(),
                    Math.max(0, 1 - nanos / wallNanos),
                    0);
        }
    }

    private static List<RunClock.Run> timed(ModelSession session, LatencyProtocol protocol, RunClock clock) {
        List<RunClock.Run> runs = new ArrayList<>();
        long end = System.nanoTime() + protocol.timed().toNanos();
        while (runs.size() < protocol.minRuns()
                || System.nanoTime() < end && !(runs.size() % STRIDE == 0 && precise(runs, protocol.precision()))) {
            runs.add(clock.time(session));
        }
        return runs;
    }

    private static boolean precise(List<RunClock.Run> runs, double precision) {
        Timings timings =
                new Timings(runs.stream().mapToLong(RunClock.Run::nanos).toArray());
        return timings.high() - timings.low() <= precision * timings.median();
    }

    private static int warmUp(ModelSession session, RunClock clock) {
        long end = System.nanoTime() + LONGEST_WARMUP.toNanos();
        int runs = 0;
        long before = Long.MAX_VALUE;
        while (runs + WINDOW <= MAX_WARMUP && System.nanoTime() < end) {
            long[] window = new long[WINDOW];
            for (int i = 0; i < window.length; i++) {
                window[i] = clock.time(session).nanos();
            }
            runs += window.length;
            long now = new Timings(window).median();
            if (now > before * (1 - SETTLED)) {
                return runs;
            }
            before = now;
        }
        return runs;
    }
}
