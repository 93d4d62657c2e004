package io.falconet.evaluator.train;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** Notes when each step of a training was done, and how much memory the process had. */
final class StopWatch implements TrainingListener {
    /** From here on memory is expected not to grow. */
    private static final int SETTLED = 200;

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final List<Long> stepNanos = new ArrayList<>();
    private final List<Long> processorNanos = new ArrayList<>();
    private OptionalLong settledBytes = OptionalLong.empty();
    private TrainingTime time;
    private long lastNanos;
    private long lastProcessorNanos;

    @Override
    public void stepDone(int epoch, int step, int steps, double loss) {
        long now = System.nanoTime();
        long processor = THREADS.getCurrentThreadCpuTime();
        if (step > TrainingSpeed.WARM_UP) {
            stepNanos.add(now - lastNanos);
            processorNanos.add(processor - lastProcessorNanos);
        }
        lastNanos = now;
        lastProcessorNanos = processor;
        if (step == SETTLED) {
            settledBytes = ResidentMemory.bytes();
        }
    }

    @Override
    public void done(TrainingTime spent) {
        time = spent;
    }

    /**
     * What was seen.
     *
     * @param batch images a step
     */
    TrainingPace pace(int batch) {
        return new TrainingPace(
                batch * 1e9 / median(stepNanos),
                batch * 1e9 / median(processorNanos),
                time.waitingShare(),
                settledBytes,
                ResidentMemory.bytes());
    }

    private static long median(List<Long> nanos) {
        List<Long> sorted = nanos.stream().sorted().toList();
        return sorted.get(sorted.size() / 2);
    }
}
