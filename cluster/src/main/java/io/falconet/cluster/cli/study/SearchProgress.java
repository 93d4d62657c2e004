package io.falconet.cluster.cli.study;

import io.falconet.cluster.cli.terminal.Console;
import io.falconet.space.outcome.Evaluated;
import io.falconet.space.outcome.Objective;
import io.falconet.space.outcome.Outcome;
import io.falconet.space.search.SearchListener;
import io.falconet.space.search.TrialRequest;
import io.falconet.space.study.StudySpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/**
 * Shows how a search goes: a bar with the time left where a person watches, else a line now and then. With both come the
 * best found so far, on the highest rung that has one, and the trials a minute.
 */
final class SearchProgress implements SearchListener, AutoCloseable {
    private static final Duration BETWEEN_LINES = Duration.ofSeconds(15);

    private final Console console;
    private final Clock clock;
    private final StudySpec spec;
    private final int before;
    private final Instant started;
    private final ProgressBar bar;
    private Instant lastLine;
    private int trials;
    private int finished;
    private int bestRung;
    private double best = Double.NaN;

    /**
     * @param before trials that were finished when the search started
     */
    SearchProgress(Console console, Clock clock, StudySpec spec, int before, boolean watched) {
        this.console = console;
        this.clock = clock;
        this.spec = spec;
        this.trials = Math.max(spec.trials(), before);
        this.before = before;
        this.started = clock.instant();
        this.lastLine = started;
        this.bar = watched ? bar(spec.name(), trials, before) : null;
    }

    private static ProgressBar bar(String study, int trials, int before) {
        return new ProgressBarBuilder()
                .setTaskName(study)
                .setInitialMax(trials)
                .startsFrom(before, Duration.ZERO)
                .setUnit(" trials", 1)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(500)
                .setConsumer(new ConsoleProgressBarConsumer(System.err))
                .build();
    }

    @Override
    public void finished(TrialRequest request, Outcome outcome) {
        finished++;
        if (outcome instanceof Evaluated evaluated
                && spec.bounds().broken(evaluated).isEmpty()) {
            found(spec.fidelities().indexOf(request.fidelity()), Objective.MAP50_95.value(evaluated));
        }
        if (bar != null) {
            bar.stepTo(Math.max(before, finished));
            bar.setExtraMessage(" " + state());
        } else if (finished > before && lineIsDue()) {
            lastLine = clock.instant();
            console.say("%d of %d trials, %s%s", finished, trials, state(), left());
        }
    }

    private void found(int rung, double value) {
        if (Double.isNaN(best) || rung > bestRung) {
            best = value;
            bestRung = rung;
        } else if (rung == bestRung) {
            best = Math.max(best, value);
        }
    }

    @Override
    public void extended(int more) {
        if (more > trials && bar != null) {
            bar.maxHint(more);
        }
        trials = Math.max(trials, more);
    }

    @Override
    public void exhausted(String reason) {
        console.pass(reason);
    }

    private boolean lineIsDue() {
        return finished == trials || Duration.between(lastLine, clock.instant()).compareTo(BETWEEN_LINES) >= 0;
    }

    private String state() {
        return String.format(
                Locale.ROOT,
                "best mAP50-95 %s%s, %.1f/min",
                Double.isNaN(best) ? "–" : String.format(Locale.ROOT, "%.3f", best),
                Double.isNaN(best) || spec.fidelities().get(bestRung).equals(spec.fidelity())
                        ? ""
                        : " on rung %d of %d"
                                .formatted(bestRung + 1, spec.fidelities().size()),
                perMinute());
    }

    private double perMinute() {
        double minutes = Duration.between(started, clock.instant()).toMillis() / 60_000.0;
        return minutes == 0 ? 0 : Math.max(0, finished - before) / minutes;
    }

    private String left() {
        return finished == trials || perMinute() == 0
                ? ""
                : String.format(Locale.ROOT, ", about %.0f min left", Math.ceil((trials - finished) / perMinute()));
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
        }
    }
}
