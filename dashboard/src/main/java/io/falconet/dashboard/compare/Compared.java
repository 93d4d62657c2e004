package io.falconet.dashboard.compare;

import io.falconet.dashboard.chart.Palette;
import io.falconet.dashboard.trial.Rebuilt;
import io.falconet.results.ResultsDb;
import io.falconet.results.TrialRecord;
import io.falconet.space.graph.Network;
import io.falconet.space.outcome.EpochRecord;
import io.falconet.space.outcome.Evaluated;
import io.falconet.space.outcome.Outcome;
import io.falconet.space.outcome.Pruned;
import java.util.List;
import java.util.Optional;

/**
 * One of the trials that are compared.
 *
 * @param place among them, from 0
 * @param outcome what came of it, with its curve; empty while it runs
 * @param network what it built; empty where this version of the catalog builds another
 */
record Compared(int place, TrialRecord trial, Optional<Outcome> outcome, Optional<Network> network) {
    private static final List<String> COLOURS = List.of(Palette.BLUE, Palette.ORANGE, Palette.GREEN, Palette.VERMILION);
    private static final List<String> SYMBOLS = List.of("circle", "rect", "triangle", "diamond");

    /** Reads a trial with all of its outcome. */
    static Compared read(ResultsDb db, int place, TrialRecord trial) {
        return new Compared(
                place,
                trial,
                db.trials().outcome(trial.studyId(), trial.number()),
                Rebuilt.of(trial.architecture(), trial.networkId())
                        .map(rebuilt -> rebuilt.detector().network()));
    }

    /** How people know it here. */
    String name() {
        return "trial " + trial.number();
    }

    /** The figures, where it has any. */
    Optional<Evaluated> evaluated() {
        return outcome.filter(Evaluated.class::isInstance).map(Evaluated.class::cast);
    }

    /** What its training looked like, as far as it came. */
    List<EpochRecord> curve() {
        if (outcome.orElse(null) instanceof Pruned pruned) {
            return pruned.curve();
        }
        return evaluated().map(Evaluated::curve).orElse(List.of());
    }

    /** Its colour in charts. */
    String colour() {
        return COLOURS.get(place);
    }

    /** Its mark in charts, for those who do not see the colour. */
    String symbol() {
        return SYMBOLS.get(place);
    }
}
