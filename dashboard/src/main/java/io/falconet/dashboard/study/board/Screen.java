package io.falconet.dashboard.study.board;

import io.falconet.results.TrialState;
import io.falconet.space.outcome.Objective;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What a reader has chosen to see of a study, all of which an address can say: whoever is sent it sees the same.
 *
 * @param across the objective along the chart; nothing where none was chosen
 * @param up the objective up the chart
 * @param sort the table's order
 * @param filter which trials the table shows
 * @param axes decisions that have an axis of the parallel ones; nothing where none were chosen
 */
public record Screen(
        Optional<Objective> across,
        Optional<Objective> up,
        Sort sort,
        TrialFilter filter,
        Optional<List<String>> axes) {
    /** Nothing was chosen. */
    public static final Screen USUAL =
            new Screen(Optional.empty(), Optional.empty(), Sort.USUAL, TrialFilter.ALL, Optional.empty());

    private static final String ACROSS = "x";
    private static final String UP = "y";
    private static final String SORT = "sort";
    private static final String STATE = "state";
    private static final String FRONT = "front";
    private static final String AXIS = "axis";
    /** Before a decision's name. */
    private static final String DECISION = "d.";

    /** Reads the parameters of an address; what it does not know, or makes no sense, it passes over. */
    public static Screen parse(Map<String, List<String>> parameters) {
        Predicate<String> given = parameters::containsKey;
        TrialFilter filter = TrialFilter.ALL
                .withStates(states(parameters.getOrDefault(STATE, List.of())))
                .withFront(given.test(FRONT));
        for (Map.Entry<String, List<String>> each : parameters.entrySet()) {
            Optional<Objective> objective = Objective.of(each.getKey());
            if (objective.isPresent()) {
                filter = filter.with(objective.get(), first(each.getValue()).flatMap(Range::parse));
            } else if (each.getKey().startsWith(DECISION)) {
                filter = filter.with(each.getKey().substring(DECISION.length()), new LinkedHashSet<>(each.getValue()));
            }
        }
        return new Screen(
                objective(parameters, ACROSS),
                objective(parameters, UP),
                first(parameters.getOrDefault(SORT, List.of()))
                        .flatMap(Sort::parse)
                        .orElse(Sort.USUAL),
                filter,
                Optional.ofNullable(parameters.get(AXIS))
                        .map(axes ->
                                axes.stream().filter(axis -> !axis.isEmpty()).toList()));
    }

    private static Optional<String> first(List<String> values) {
        return values.stream().findFirst();
    }

    private static Optional<Objective> objective(Map<String, List<String>> parameters, String name) {
        return first(parameters.getOrDefault(name, List.of())).flatMap(Objective::of);
    }

    private static Set<TrialState> states(List<String> names) {
        return Arrays.stream(TrialState.values())
                .filter(state -> names.contains(name(state)))
                .collect(Collectors.toSet());
    }

    private static String name(TrialState state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    /** The parameters of an address that says the same; what is usual is not said. */
    public Map<String, List<String>> parameters() {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        across.ifPresent(objective -> parameters.put(ACROSS, List.of(objective.key())));
        up.ifPresent(objective -> parameters.put(UP, List.of(objective.key())));
        if (!sort.equals(Sort.USUAL)) {
            parameters.put(SORT, List.of(sort.text()));
        }
        if (!filter.states().isEmpty()) {
            parameters.put(STATE, filter.states().stream().map(Screen::name).toList());
        }
        if (filter.front()) {
            parameters.put(FRONT, List.of("only"));
        }
        filter.ranges().forEach((objective, range) -> parameters.put(objective.key(), List.of(range.text())));
        filter.options().forEach((decision, any) -> parameters.put(DECISION + decision, new ArrayList<>(any)));
        axes.ifPresent(chosen -> parameters.put(AXIS, chosen.isEmpty() ? List.of("") : chosen));
        return parameters;
    }

    /** The same with another filter. */
    public Screen with(TrialFilter other) {
        return new Screen(across, up, sort, other, axes);
    }

    /** The same in another order. */
    public Screen with(Sort other) {
        return new Screen(across, up, other, filter, axes);
    }

    /** The same chart of other objectives. */
    public Screen with(Objective otherAcross, Objective otherUp) {
        return new Screen(Optional.of(otherAcross), Optional.of(otherUp), sort, filter, axes);
    }

    /** The same with axes of other decisions. */
    public Screen with(List<String> others) {
        return new Screen(across, up, sort, filter, Optional.of(others));
    }
}
