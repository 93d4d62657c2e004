package io.falconet.evaluator;

import io.falconet.evaluator.train.TrainingListener;
import io.falconet.evaluator.train.TrainingTime;
import io.falconet.space.outcome.EpochRecord;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Locale;

/** Writes down what happens to a candidate, line by line. Belongs to one thread. */
final class TrainingLog implements TrainingListener {
    private final StringBuilder text = new StringBuilder();

    void line(String format, Object... values) {
        text.append(String.format(Locale.ROOT, format, values).stripTrailing()).append('\n');
    }

    @Override
    public void goesOn(int epochs) {
        line("goes on after epoch %d, from a checkpoint", epochs);
    }

    @Override
    public void epochDone(EpochRecord epoch) {
        line(
                "epoch %d: loss %.4f, learning rate %.6f, %.1f s",
                epoch.epoch(), epoch.loss(), epoch.learningRate(), epoch.seconds());
    }

    @Override
    public void done(TrainingTime time) {
        line("%s", time.text());
    }

    void stackTrace(Throwable failure) {
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace, true));
        line("%s", trace);
    }

    /** All lines. */
    String text() {
        return text.toString();
    }
}
