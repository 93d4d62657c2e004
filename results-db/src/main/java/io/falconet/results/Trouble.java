package io.falconet.results;

import java.util.List;
import java.util.stream.Stream;

/**
 * Why trials of a study have no figures, in the words of their outcomes.
 *
 * @param state pruned, infeasible or failed
 * @param reason as it was recorded, the same of all of them
 * @param count how many
 * @param first numbers of the first few of them, ascending
 */
public record Trouble(TrialState state, String reason, int count, List<Integer> first) {
    /** How many of the first are told. */
    static final int FIRST = 3;

    public Trouble {
        first = List.copyOf(first);
    }

    /** This one with a later one of the same words. */
    Trouble with(Trouble later) {
        List<Integer> few = first.size() == FIRST
                ? first
                : Stream.concat(first.stream(), later.first.stream())
                        .limit(FIRST)
                        .toList();
        return new Trouble(state, reason, count + later.count, few);
    }
}
