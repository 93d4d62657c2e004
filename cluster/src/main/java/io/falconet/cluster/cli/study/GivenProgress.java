package io.falconet.cluster.cli.study;

import io.falconet.cluster.cli.terminal.Console;
import io.falconet.cluster.compare.Contender;
import io.falconet.space.outcome.Evaluated;
import io.falconet.space.outcome.Failed;
import io.falconet.space.outcome.Outcome;
import io.falconet.space.search.SearchListener;
import io.falconet.space.search.TrialRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Shows how the training of given detectors goes: a line each, with the time left. A training is taken to cost as much as
 * its network's multiply-accumulates, and a little that all cost alike.
 */
final class GivenProgress implements SearchListener {
    private static final double ALIKE = 50e6;

    private final Console console;
    private final Clock clock;
    private final Instant started;
    private final Map<String, Contender> contenders = new HashMap<>();
    private final int before;
    private int finished;
    private double left;
    private double done;

    /**
     * @param before trainings that were finished when this began
     */
    GivenProgress(Console console, Clock clock, List<Entrant> entrants, int before) {
        this.console = console;
        this.clock = clock;
        this.started = clock.instant();
        this.before = before;
        for (Entrant entrant : entrants) {
            contenders.put(entrant.contender().networkId(), entrant.contender());
            left += cost(entrant.contender());
        }
    }

    @Override
    public void finished(TrialRequest request, Outcome outcome) {
        Contender contender = contenders.get(request.networkId());
        finished++;
        left -= cost(contender);
        if (finished > before) {
            done += cost(contender);
            console.say("%d of %d: %s %s%s", finished, contenders.size(), contender.name(), told(outcome), timeLeft());
        }
    }

    @Override
    public void exhausted(String reason) {
        console.pass(reason);
    }

    private static double cost(Contender contender) {
        return contender.complexity().macs() + ALIKE;
    }

    private static String told(Outcome outcome) {
        if (outcome instanceof Evaluated evaluated) {
            return String.format(
                    Locale.ROOT,
                    "mAP50-95 %.3f, mAP50 %.3f",
                    evaluated.accuracy().map50To95(),
                    evaluated.accuracy().map50());
        }
        return outcome instanceof Failed failed ? "failed: " + failed.cause() : outcome.kind();
    }

    private String timeLeft() {
        double seconds = Duration.between(started, clock.instant()).toMillis() / 1000.0 / done * left;
        return left < ALIKE / 2 ? "" : String.format(Locale.ROOT, ", about %.0f min left", Math.ceil(seconds / 60));
    }
}
