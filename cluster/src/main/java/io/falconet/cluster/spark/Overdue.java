package io.falconet.cluster.spark;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Gives up evaluations that are under way for longer than they may be: a training looks at its limit between two steps, and
 * one whose step never comes back cannot. Its executor's slot is free again when Spark has ended that executor. Thread-safe.
 */
final class Overdue implements AutoCloseable {
    private final Optional<Duration> limit;
    private final Predicate<String> runs;
    private final Consumer<String> end;
    private final Set<Watch> watched = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "overdue");
        thread.setDaemon(true);
        return thread;
    });

    /**
     * @param limit how long an evaluation may be under way; for ever where there is nothing
     * @param runs whether the one of that label is
     * @param end gives it up
     */
    Overdue(Optional<Duration> limit, Predicate<String> runs, Consumer<String> end) {
        this.limit = limit;
        this.runs = runs;
        this.end = end;
        limit.ifPresent(any -> clock.scheduleWithFixedDelay(this::look, 1, 1, TimeUnit.SECONDS));
    }

    /** Watches an evaluation until the watch is closed. */
    Watch watch(String label) {
        Watch watch = new Watch(label);
        watched.add(watch);
        return watch;
    }

    private void look() {
        try {
            watched.forEach(Watch::look);
        } catch (RuntimeException e) {
            System.getLogger(Overdue.class.getName()).log(System.Logger.Level.DEBUG, "Spark did not answer", e);
        }
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }

    /** One evaluation. */
    final class Watch implements AutoCloseable {
        private final String label;
        private Instant began;
        private long beganNanos;
        private boolean ended;

        private Watch(String label) {
            this.label = label;
        }

        /** One that is lost is tried again, from its beginning, and so is its time. */
        private synchronized void look() {
            if (ended) {
                return;
            }
            if (!runs.test(label)) {
                began = null;
            } else if (began == null) {
                began = Instant.now();
                beganNanos = System.nanoTime();
            } else if (System.nanoTime() - beganNanos > limit.orElseThrow().toNanos()) {
                ended = true;
                end.accept(label);
            }
        }

        /** When it began, if it was given up; nothing where whatever came of it came otherwise. */
        synchronized Optional<Instant> ended() {
            return ended ? Optional.of(began) : Optional.empty();
        }

        @Override
        public void close() {
            watched.remove(this);
        }
    }
}
