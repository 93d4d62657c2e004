package io.falconet.latency.measure;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * One round of a measurement: untimed runs until the model is warm, then timed ones.
 *
 * @param taken share of the timed runs' wall-clock time in which others had the core, from 0
 */
record Round(int warmupRuns, Timings timings, double taken) {
    /** Runs compared with as many before, to tell whether warming up is over. */
    static final int WINDOW = 5;
    /** Untimed runs at most. */
    static final int MAX_WARMUP = 50;
    /** After which a model is warm in any case: long runs leave nothing to settle. */
    static final Duration LONGEST_WARMUP = Duration.ofSeconds(1);
    /** Relative gain from window to window under which a model is warm. */
    static final double SETTLED = 0.02;

    static Round run(OnnxSession session, LatencyProtocol protocol, RunClock clock) {
        int warmup = warmUp(session, clock);
        List<RunClock.Run> runs = new ArrayList<>();
        long end = System.nanoTime() + protocol.timed().toNanos();
        while (runs.size() < protocol.minRuns() || System.nanoTime() < end) {
            runs.add(clock.time(session));
        }
        double nanos = runs.stream().mapToLong(RunClock.Run::nanos).sum();
        double wallNanos = runs.stream().mapToLong(RunClock.Run::wallNanos).sum();
        return new Round(
                warmup,
                new Timings(runs.stream().mapToLong(RunClock.Run::nanos).toArray()),
                Math.max(0, 1 - nanos / wallNanos));
    }

    private static int warmUp(OnnxSession session, RunClock clock) {
        long end = System.nanoTime() + LONGEST_WARMUP.toNanos();
        session.run(); // allocates what later runs use again
        int runs = 1;
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
