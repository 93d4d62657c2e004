package io.falconet.space.search;

import io.falconet.space.outcome.Evaluated;
import io.falconet.space.outcome.Objective;
import io.falconet.space.outcome.Objective.Direction;
import io.falconet.space.outcome.Outcome;
import io.falconet.space.search.pareto.ParetoFront;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The space that a study's objectives span. Outcomes are points in it with one coordinate an objective, all to be
 * minimised: what is maximised is negated.
 *
 * @param objectives in the order of the coordinates
 */
public record ObjectiveSpace(List<Objective> objectives) {
    public ObjectiveSpace {
        objectives = List.copyOf(objectives);
    }

    /**
     * Where the outcome lies. Nothing unless it was evaluated and every objective has a value that is no NaN: such
     * outcomes rank worst, and no front holds them.
     */
    public Optional<double[]> point(Outcome outcome) {
        if (!(outcome instanceof Evaluated evaluated)) {
            return Optional.empty();
        }
        double[] point = objectives.stream()
                .mapToDouble(objective -> minimised(objective, objective.value(evaluated)))
                .toArray();
        return Arrays.stream(point).anyMatch(Double::isNaN) ? Optional.empty() : Optional.of(point);
    }

    /**
     * The items that are best: evaluated, and beaten by no other in all objectives at once.
     *
     * @param outcome what came of an item
     */
    public <T> List<T> front(List<T> items, Function<T, Outcome> outcome) {
        List<T> evaluated = items.stream()
                .filter(item -> point(outcome.apply(item)).isPresent())
                .toList();
        return ParetoFront.of(evaluated, item -> point(outcome.apply(item)).orElseThrow());
    }

    /** An objective's value as a coordinate to be minimised. */
    public static double minimised(Objective objective, double value) {
        return objective.direction() == Direction.MAXIMIZE ? -value : value;
    }
}
