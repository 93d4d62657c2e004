package io.falconet.dashboard.study.board;

import io.falconet.results.TrialState;
import io.falconet.results.columns.Decision;
import io.falconet.space.outcome.Objective;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntPredicate;

/**
 * Which trials a reader wants to see: those that keep to all of it.
 *
 * @param states any of these; all where there is none
 * @param front those on the front alone
 * @param ranges within which values lie, by objective
 * @param options any of which were taken, by decision
 */
public record TrialFilter(
        Set<TrialState> states, boolean front, Map<Objective, Range> ranges, Map<String, Set<String>> options) {
    /** Every trial. */
    public static final TrialFilter ALL = new TrialFilter(Set.of(), false, Map.of(), Map.of());

    public TrialFilter {
        EnumSet<TrialState> ordered = EnumSet.noneOf(TrialState.class);
        ordered.addAll(states);
        states = Collections.unmodifiableSet(ordered);
        EnumMap<Objective, Range> byObjective = new EnumMap<>(Objective.class);
        byObjective.putAll(ranges);
        ranges = Collections.unmodifiableMap(byObjective);
        Map<String, Set<String>> byDecision = new TreeMap<>();
        options.forEach((decision, any) -> {
            if (!any.isEmpty()) {
                byDecision.put(decision, Collections.unmodifiableSet(new LinkedHashSet<>(any)));
            }
        });
        options = Collections.unmodifiableMap(byDecision);
    }

    /** Whether every trial is wanted. */
    public boolean all() {
        return equals(ALL);
    }

    /** The same with other states. */
    public TrialFilter withStates(Set<TrialState> others) {
        return new TrialFilter(others, front, ranges, options);
    }

    /** The same for those on the front alone, or not. */
    public TrialFilter withFront(boolean alone) {
        return new TrialFilter(states, alone, ranges, options);
    }

    /** The same with another range of an objective, or none. */
    public TrialFilter with(Objective objective, Optional<Range> range) {
        Map<Objective, Range> others = new LinkedHashMap<>(ranges);
        others.remove(objective);
        range.ifPresent(other -> others.put(objective, other));
        return new TrialFilter(states, front, others, options);
    }

    /** The same with other options of a decision; any where there is none. */
    public TrialFilter with(String decision, Set<String> any) {
        Map<String, Set<String>> others = new LinkedHashMap<>(options);
        others.put(decision, any);
        return new TrialFilter(states, front, ranges, others);
    }

    /** Tells of each trial on a board whether it is wanted. What no trial on the board has decided, none matches. */
    public IntPredicate on(Board board) {
        IntPredicate wanted = board.trials()::has;
        if (!states.isEmpty()) {
            wanted = wanted.and(
                    number -> states.stream().anyMatch(state -> board.trials().is(state, number)));
        }
        if (front) {
            wanted = wanted.and(board::onFront);
        }
        for (Map.Entry<Objective, Range> each : ranges.entrySet()) {
            wanted = wanted.and(number -> each.getValue().has(board.trials().value(each.getKey(), number)));
        }
        for (Map.Entry<String, Set<String>> each : options.entrySet()) {
            wanted = wanted.and(taken(board, each.getKey(), each.getValue()));
        }
        return wanted;
    }

    private static IntPredicate taken(Board board, String decision, Set<String> any) {
        List<Decision> decisions = board.trials().decisions();
        for (int place = 0; place < decisions.size(); place++) {
            if (decisions.get(place).name().equals(decision)) {
                boolean[] wanted = new boolean[decisions.get(place).options().size()];
                for (int option = 0; option < wanted.length; option++) {
                    wanted[option] = any.contains(decisions.get(place).options().get(option));
                }
                int at = place;
                return number -> {
                    int option = board.trials().option(at, number);
                    return option >= 0 && wanted[option];
                };
            }
        }
        return number -> false;
    }

    /** The numbers of the wanted trials, rising. */
    public int[] numbers(Board board) {
        return board.numbers().filter(on(board)).toArray();
    }
}
