package io.falconet.cluster.cli.terminal;

import java.util.Optional;
import java.util.function.IntConsumer;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Shows how many of many things are done, with the time left, where a person watches. Thread-safe. */
public final class CountedProgress implements IntConsumer, AutoCloseable {
    private final Optional<ProgressBar> bar;

    /**
     * @param task what is done to them
     * @param count of them, in all
     * @param unit what they are called
     */
    public CountedProgress(String task, int count, String unit, boolean watched) {
        this.bar = watched ? Optional.of(bar(task, count, unit)) : Optional.empty();
    }

    private static ProgressBar bar(String task, int count, String unit) {
        return new ProgressBarBuilder()
                .setTaskName(task)
                .setInitialMax(count)
                .setUnit(" " + unit, 1)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(200)
                .setConsumer(new ConsoleProgressBarConsumer(System.err))
                .build();
    }

    /** So many are done; several threads may tell out of order. */
    @Override
    public void accept(int done) {
        bar.ifPresent(ProgressBar::step);
    }

    @Override
    public void close() {
        bar.ifPresent(ProgressBar::close);
    }
}
