package io.falconet.evaluator.train;

import io.falconet.evaluator.data.Batch;
import io.falconet.evaluator.data.Batches;
import io.falconet.latency.measure.ComputeGate;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Hands a training its batches in order. Each is made by a thread of its own while the one before is learned; what it
 * holds follows from its place alone, as {@link Batches} says. Close it to end that thread. Not thread-safe: one a
 * training.
 */
final class BatchFeed implements AutoCloseable {
    private final Batches batches;
    private final ComputeGate gate;
    private final int end;
    private final ExecutorService maker;
    private Future<Batch> next;
    private int made;
    private long waitedNanos;

    /**
     * Begins with the first batch at once.
     *
     * @param gate that each batch passes through
     * @param from place of the first batch, counted over all epochs from 0
     * @param end one past the place of the last
     */
    BatchFeed(Batches batches, ComputeGate gate, int from, int end) {
        this.batches = batches;
        this.gate = gate;
        this.end = end;
        this.made = from;
        this.maker = Executors.newSingleThreadExecutor(work -> {
            Thread thread = new Thread(work, "batches");
            thread.setDaemon(true);
            return thread;
        });
        makeNext();
    }

    private void makeNext() {
        if (made < end) {
            int epoch = made / batches.count();
            int index = made % batches.count();
            made++;
            next = maker.submit(() -> gate.compute(() -> batches.batch(epoch, index)));
        }
    }

    /**
     * The next batch. The one before must not be read any more. Not to be called within the gate, where a measurement that
     * waits would keep both apart for ever.
     *
     * @throws InterruptedException if the thread is interrupted while it waits
     */
    Batch take() throws InterruptedException {
        long start = System.nanoTime();
        Batch batch;
        try {
            batch = next.get();
        } catch (ExecutionException e) {
            throw unwrapped(e.getCause());
        }
        waitedNanos += System.nanoTime() - start;
        makeNext();
        return batch;
    }

    private static RuntimeException unwrapped(Throwable cause) {
        if (cause instanceof Error error) {
            throw error;
        }
        return cause instanceof RuntimeException known ? known : new IllegalStateException(cause);
    }

    /** For how long {@link #take} has kept the training waiting so far. */
    Duration waited() {
        return Duration.ofNanos(waitedNanos);
    }

    /** Ends when the batch under way is made. */
    @Override
    public void close() {
        maker.shutdownNow();
        boolean interrupted = false;
        while (true) {
            try {
                if (maker.awaitTermination(1, TimeUnit.MINUTES)) {
                    break;
                }
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
