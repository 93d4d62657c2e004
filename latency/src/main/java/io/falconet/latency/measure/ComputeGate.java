package io.falconet.latency.measure;

import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;

/**
 * Keeps computation away from measurements within one JVM. Any number of training steps compute at once; a measurement
 * waits for those under way, then runs while nothing else computes. The gate is fair: who waits longest goes first, so
 * that a measurement is not starved by trainings nor a training by measurements.
 *
 * <p>Keep each computation short (a training step, not a training): a measurement waits for the longest.
 */
public final class ComputeGate {
    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock(true);

    /** Computes beside other computations, never during a measurement. Not reentrant. */
    public <T> T compute(Supplier<T> work) {
        Lock side = lock.readLock();
        side.lock();
        try {
            return work.get();
        } finally {
            side.unlock();
        }
    }

    /**
     * Runs a measurement while nothing else computes.
     *
     * @throws InterruptedException if the thread is interrupted while it waits for its turn
     */
    public <T> T measure(Supplier<T> work) throws InterruptedException {
        Lock side = lock.writeLock();
        side.lockInterruptibly();
        try {
            return work.get();
        } finally {
            side.unlock();
        }
    }
}
