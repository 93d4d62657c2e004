package io.falconet.latency.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ComputeGateTest {
    @Test
    void computationsRunBesideEachOther() throws Exception {
        ComputeGate gate = new ComputeGate();
        CountDownLatch both = new CountDownLatch(2);
        ExecutorService pool = Executors.newFixedThreadPool(2);
        try {
            List<Future<Boolean>> results = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                results.add(pool.submit(() -> gate.compute(() -> {
                    both.countDown();
                    return awaits(both);
                })));
            }
            for (Future<Boolean> result : results) {
                assertThat(result.get()).isTrue();
            }
        } finally {
            pool.shutdown();
        }
    }

    private static boolean awaits(CountDownLatch latch) {
        try {
            latch.await();
            return true;
        } catch (InterruptedException e) {
            return false;
        }
    }

    @Test
    void nothingComputesDuringMeasurements() throws Exception {
        ComputeGate gate = new ComputeGate();
        AtomicInteger computing = new AtomicInteger();
        AtomicInteger seen = new AtomicInteger();
        ExecutorService pool = Executors.newFixedThreadPool(3);
        try {
            List<Future<?>> results = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                results.add(pool.submit(() -> {
                    for (int step = 0; step < 500; step++) {
                        gate.compute(() -> {
                            computing.incrementAndGet();
                            return computing.decrementAndGet();
                        });
                    }
                }));
            }
            results.add(pool.submit(() -> {
                for (int run = 0; run < 200; run++) {
                    gate.measure(() -> seen.addAndGet(computing.get()));
                }
                return null;
            }));
            for (Future<?> result : results) {
                result.get();
            }
        } finally {
            pool.shutdown();
        }
        assertThat(seen).hasValue(0);
    }
}
