package io.falconet.latency.measure;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The shortest that the anchor network ever took, by the number of threads: what a quiet machine is known by. */
final class AnchorRecord {
    private final Map<Integer, Long> best = new ConcurrentHashMap<>();

    void add(int threads, long nanos) {
        best.merge(threads, nanos, Math::min);
    }

    /** In nanoseconds; of that number of threads, which ran before. */
    long best(int threads) {
        return best.get(threads);
    }
}
