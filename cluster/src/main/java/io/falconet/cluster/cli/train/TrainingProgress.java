package io.falconet.cluster.cli.train;

import io.falconet.cluster.cli.terminal.Console;
import io.falconet.evaluator.train.TrainingListener;
import io.falconet.evaluator.train.TrainingTime;
import io.falconet.space.outcome.EpochRecord;
import java.time.Duration;

/** Shows how a training goes: a line an epoch, with the time left if the others take as long as those seen. */
final class TrainingProgress implements TrainingListener {
    private final Console console;
    private final int epochs;
    private int seen;
    private double seconds;

    TrainingProgress(Console console, int epochs) {
        this.console = console;
        this.epochs = epochs;
    }

    @Override
    public void epochDone(EpochRecord epoch) {
        seen++;
        seconds += epoch.seconds();
        Duration left = Duration.ofSeconds(Math.round(seconds / seen * (epochs - epoch.epoch())));
        console.say(
                "epoch %d of %d: loss %.4f, %.1f s, %d:%02d min left",
                epoch.epoch(), epochs, epoch.loss(), epoch.seconds(), left.toMinutes(), left.toSecondsPart());
    }

    @Override
    public void done(TrainingTime time) {
        console.say("%s", time.text());
    }
}
