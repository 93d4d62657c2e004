package io.falconet.dashboard.study.board;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Something that may take long and is asked for often: it is done in the background, once for all who ask meanwhile, and
 * rests for many times as long as it last took.
 */
public final class Seldom {
    private static final long REST = 20;

    private final OpenStudies studies;
    private final Runnable work;
    private final AtomicBoolean due = new AtomicBoolean();
    private volatile long restUntil = System.nanoTime();

    /** Work that is done when it is asked for. */
    public Seldom(OpenStudies studies, Runnable work) {
        this.studies = studies;
        this.work = work;
    }

    /** Has it done soon. */
    public void ask() {
        if (due.compareAndSet(false, true)) {
            studies.later(Duration.ofNanos(Math.max(0, restUntil - System.nanoTime())), this::run);
        }
    }

    private void run() {
        due.set(false);
        long start = System.nanoTime();
        work.run();
        long end = System.nanoTime();
        restUntil = end + REST * (end - start);
    }
}
