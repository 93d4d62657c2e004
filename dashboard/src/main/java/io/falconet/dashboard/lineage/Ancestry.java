package io.falconet.dashboard.lineage;

import io.falconet.results.TrialRecord;
import io.falconet.space.search.strategy.Descent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * A trial's line: from it to a parent, to that one's parent, and on. Of two parents the line follows the one of which the
 * child has most.
 *
 * @param generations the youngest first
 * @param older number of the trial with which the line goes on; nothing where it is whole
 */
record Ancestry(List<Generation> generations, Optional<Integer> older) {
    /**
     * Follows a line for some generations; a look-up or two each.
     *
     * @param find the trial of a number in the study
     * @param most generations, at least 1
     */
    static Ancestry of(TrialRecord youngest, IntFunction<Optional<TrialRecord>> find, int most) {
        List<Generation> generations = new ArrayList<>();
        Optional<TrialRecord> next = Optional.of(youngest);
        while (next.isPresent() && generations.size() < most) {
            Generation generation = generation(next.get(), find);
            generations.add(generation);
            next = generation.parent();
        }
        return new Ancestry(generations, next.map(TrialRecord::number));
    }

    /** A parent that is no earlier trial is none: a damaged store could lead in a circle. */
    private static Generation generation(TrialRecord trial, IntFunction<Optional<TrialRecord>> find) {
        List<TrialRecord> parents = trial.descent().map(Descent::parents).orElse(List.of()).stream()
                .filter(number -> number < trial.number())
                .flatMap(number -> find.apply(number).stream())
                .toList();
        return new Generation(
                trial, parents.stream().findFirst(), parents.stream().skip(1).findFirst());
    }
}
