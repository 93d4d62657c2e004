package io.falconet.evaluator.train;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** Notes when each step of a training was done, and how much memory the process had. */
final class StopWatch implements TrainingListener {
    /** From here on memory is expected not to grow. */
    private static final int SETTLED = 200;

    private final List<Long> stepNanos = new ArrayList<>();
    private OptionalLong settledBytes = OptionalLong.empty();
    private TrainingTime time;
    private long lastNanos;

    @Override
    public void stepDone(int epoch, int step, int steps, double loss) {
        long now = System.nanoTime();
        if (step > TrainingSpeed.WARM_UP) {
            stepNanos.add(now - lastNanos);
        }
        lastNanos = now;
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
        List<Long> sorted = stepNanos.stream().sorted().toList();
        long median = sorted.get(sorted.size() / 2);
        return new TrainingPace(
                batch * 1e9 / median, median / 1e6, time.waitingShare(), settledBytes, ResidentMemory.bytes());
    }
}
