package io.falconet.cluster.cli.bench;

import io.falconet.cluster.driver.Front;
import io.falconet.cluster.driver.StudyRegister;
import io.falconet.results.Claim;
import io.falconet.results.ResultsDb;
import io.falconet.results.StudyRecord;
import io.falconet.results.StudyState;
import io.falconet.space.outcome.Outcome;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/** Records made-up outcomes into a store as drivers do, one call an outcome, and measures what that takes. */
final class RecordingSpeed {
    /** After as many outcomes the JVM has compiled what recording runs. */
    static final int WARM_UP = 20_000;

    /** Trials that are proposed before their outcomes are recorded, so that each of the two can be timed. */
    private static final int BLOCK = 10_000;

    private static final int THOUSAND = 1000;
    private static final int FRONTS = 9;
    private static final String OWNER = "falconet bench record";

    private final ResultsDb db;
    private final int threads;
    private final Clock clock;
    private final MadeUpTrials made = new MadeUpTrials();

    RecordingSpeed(ResultsDb db, int threads, Clock clock) {
        this.db = db;
        this.threads = threads;
        this.clock = clock;
    }

    /** Records so many outcomes into a study of their own. */
    void warmUp(int trials) throws InterruptedException {
        record("warm-up", trials, done -> {});
    }

    /**
     * Records so many outcomes into a study and reads its front.
     *
     * @param progress is told of each outcome
     */
    RecordingFigures measure(int trials, IntConsumer progress) throws InterruptedException {
        Timed timed = record("recorded", trials, progress);
        double[] fronts = new double[FRONTS];
        int onFront = 0;
        for (int i = 0; i < FRONTS; i++) {
            long start = System.nanoTime();
            StudyRegister register = new StudyRegister(db, clock);
            StudyRecord study = register.named("recorded");
            onFront = Front.of(db, study, register.spec(study)).size();
            fronts[i] = (System.nanoTime() - start) / 1e6;
        }
        int few = Math.min(THOUSAND, trials);
        return new RecordingFigures(
                trials,
                threads,
                trials / (timed.recording() / 1e9),
                trials / (timed.proposing() / 1e9),
                median(Arrays.copyOf(timed.nanos(), few)) / 1e6,
                median(Arrays.copyOfRange(timed.nanos(), trials - few, trials)) / 1e6,
                heap() >> 20,
                onFront,
                median(fronts));
    }

    /**
     * What recording took.
     *
     * @param nanos of each outcome, by the number of its trial
     * @param recording nanoseconds in all
     * @param proposing nanoseconds in all
     */
    private record Timed(double[] nanos, long recording, long proposing) {}

    private Timed record(String name, int trials, IntConsumer progress) throws InterruptedException {
        StudyRecord study = db.studies().create(name, MadeUpTrials.study(name, trials), trials, clock.instant());
        Claim claim = db.studies()
                .claim(study.id(), OWNER, Duration.ofDays(1), clock.instant())
                .orElseThrow();
        double[] nanos = new double[trials];
        long proposing = 0;
        long recording = 0;
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            for (int from = 0; from < trials; from += BLOCK) {
                int to = Math.min(trials, from + BLOCK);
                long start = System.nanoTime();
                each(pool, from, to, number -> db.trials().propose(claim, made.request(number), clock.instant()));
                long proposed = System.nanoTime();
                each(pool, from, to, number -> {
                    nanos[number] = record(claim, number);
                    progress.accept(number);
                });
                proposing += proposed - start;
                recording += System.nanoTime() - proposed;
            }
        } finally {
            pool.shutdown();
        }
        db.studies().release(claim, StudyState.FINISHED, Optional.empty(), clock.instant());
        return new Timed(nanos, recording, proposing);
    }

    private long record(Claim claim, int number) {
        Outcome outcome = made.outcome(number, clock.instant());
        long start = System.nanoTime();
        db.trials().record(claim, number, outcome, Optional.empty(), List.of(), clock.instant());
        return System.nanoTime() - start;
    }

    /** Does the work for each number by all threads, and returns when all is done. */
    private void each(ExecutorService pool, int from, int to, IntConsumer work) throws InterruptedException {
        AtomicInteger next = new AtomicInteger(from);
        Callable<Void> share = () -> {
            for (int number = next.getAndIncrement(); number < to; number = next.getAndIncrement()) {
                work.accept(number);
            }
            return null;
        };
        for (Future<Void> done : pool.invokeAll(
                IntStream.range(0, threads).mapToObj(thread -> share).toList())) {
            try {
                done.get();
            } catch (ExecutionException e) {
                throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
            }
        }
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    /** Bytes of heap that were in use at most. */
    private static long heap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getPeakUsage)
                .mapToLong(MemoryUsage::getUsed)
                .sum();
    }
}
