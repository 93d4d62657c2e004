package io.falconet.evaluator;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Interrupts the thread that made it when a time has passed, unless it is closed before. */
final class TimeLimit implements AutoCloseable {
    private final Optional<Duration> limit;
    private final Thread worker = Thread.currentThread();
    private final ScheduledExecutorService alarm = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "time-limit");
        thread.setDaemon(true);
        return thread;
    });
    private boolean passed;
    private boolean closed;

    /** @param limit how long; for ever where there is nothing */
    TimeLimit(Optional<Duration> limit) {
        this.limit = limit;
        limit.ifPresent(time -> alarm.schedule(this::ring, time.toMillis(), TimeUnit.MILLISECONDS));
    }

    private synchronized void ring() {
        if (!closed) {
            passed = true;
            worker.interrupt();
        }
    }

    /** Why what was done was not finished; nothing where the time has not passed. */
    synchronized Optional<String> reason() {
        return passed ? Optional.of(passed(limit.orElseThrow(), "")) : Optional.empty();
    }

    /** Says that a limit was passed, and what else. */
    static String passed(Duration limit, String more) {
        return "It took longer than %s, the limit of a trial%s. Maybe a larger limit, or fewer epochs."
                .formatted(text(limit), more);
    }

    private static String text(Duration time) {
        return time.toMinutes() < 2 ? time.toSeconds() + " s" : time.toMinutes() + " min";
    }

    /** Interrupts nobody from here on, and takes an interrupt of its own back. */
    @Override
    public synchronized void close() {
        closed = true;
        alarm.shutdownNow();
        if (passed) {
            Thread.interrupted();
        }
    }
}
