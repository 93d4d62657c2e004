package io.falconet.dashboard.study;

import io.falconet.space.outcome.Outcome;
import io.falconet.space.search.HypervolumeHistory;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How good the front was after a trial.
 *
 * @param trial the trial that finished
 * @param hypervolume share of the space of objectives that the front dominated then, by {@link HypervolumeHistory}
 */
record Growth(Scored trial, double hypervolume) {

    /** The growth over all trials with figures, in the order in which they finished. */
    static List<Growth> of(Board board) {
        List<Outcome> outcomes =
                board.scored().stream().<Outcome>map(Scored::outcome).toList();
        List<Double> history =
                board.spec().map(spec -> HypervolumeHistory.of(spec, outcomes)).orElse(List.of());
        return IntStream.range(0, history.size())
                .mapToObj(i -> new Growth(board.scored().get(i), history.get(i)))
                .toList();
    }
}
