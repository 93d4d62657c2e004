package io.falconet.cluster.cli.bench;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A load on every core, until it is ended: what others on a machine do to a measurement. */
final class BusyCores {
    private static final int LARGER_THAN_CACHES = 1 << 22;

    private final AtomicBoolean busy = new AtomicBoolean(true);
    private final List<Thread> threads;

    BusyCores() {
        threads = Stream.generate(() -> new Thread(this::work, "load"))
                .limit(Runtime.getRuntime().availableProcessors())
                .toList();
        threads.forEach(Thread::start);
    }

    private void work() {
        long[] memory = new long[LARGER_THAN_CACHES];
        while (busy.get()) {
            IntStream.range(0, memory.length).forEach(i -> memory[i] += i ^ memory[memory.length - 1 - i]);
        }
    }

    void end() {
        busy.set(false);
        try {
            for (Thread thread : threads) {
                thread.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
