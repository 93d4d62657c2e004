package io.falconet.latency.measure;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/** Tells what runs take on the calling thread. */
final class RunClock {
    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final boolean processorTime;

    /**
     * The clock for runs on that many threads. Where several wait for each other, or one for a GPU, only the wall clock means
     * something.
     */
    RunClock(InferenceRuntime runtime, int threadsOfARun) {
        processorTime = runtime.onProcessor()
                && threadsOfARun == 1
                && threads.isCurrentThreadCpuTimeSupported()
                && threads.isThreadCpuTimeEnabled();
    }

    /**
     * What a run took.
     *
     * @param nanos the thread's processor time, or the wall clock's
     * @param wallNanos the wall clock's
     */
    record Run(long nanos, long wallNanos) {}

    /** Runs the session once. */
    Run time(ModelSession session) {
        long wallStart = System.nanoTime();
        long start = processorTime ? threads.getCurrentThreadCpuTime() : wallStart;
        session.run();
        long end = processorTime ? threads.getCurrentThreadCpuTime() : System.nanoTime();
        return new Run(end - start, processorTime ? System.nanoTime() - wallStart : end - start);
    }
}
