package io.falconet.space.outcome;

import io.falconet.space.outcome.Objective.Direction;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * How much a study allows: what is minimised is at most so much, what is maximised at least. An outcome that breaks a bound stays what it is, and stands
 * on no front.
 *
 * @param values by objective, in its unit; one that is not there is not bounded
 */
public record Bounds(Map<Objective, Double> values) {
    /** Everything is allowed. */
    public static final Bounds NONE = new Bounds(Map.of());

    public Bounds {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** Whether an objective is bounded. */
    public boolean bound(Objective objective) {
        return values.containsKey(objective);
    }

    /** Which bound the outcome breaks, for people; nothing where it keeps within all. What it lacks breaks none. */
    public Optional<String> broken(Evaluated outcome) {
        return values.keySet().stream()
                .filter(objective -> breaks(objective, objective.value(outcome)))
                .map(objective -> (objective.direction() == Direction.MINIMIZE
                                ? "%s %s, the limit is %s"
                                : "%s %s, at least %s are asked for")
                        .formatted(
                                objective.label(),
                                text(objective, objective.value(outcome)),
                                text(objective, values.get(objective))))
                .findFirst();
    }

    /** Whether a value of an objective is beyond its bound. */
    public boolean breaks(Objective objective, double value) {
        if (!bound(objective)) {
            return false;
        }
        double bound = values.get(objective);
        return objective.direction() == Direction.MINIMIZE ? value > bound : value < bound;
    }

    /** A value with its unit. Counts are whole, times have three digits behind the point at most. */
    private static String text(Objective objective, double value) {
        if (value == Math.rint(value)) {
            return String.format(Locale.ROOT, "%,.0f", value) + unit(objective);
        }
        return String.format(Locale.ROOT, "%.3f", value) + unit(objective);
    }

    private static String unit(Objective objective) {
        return objective.unit().isEmpty() ? "" : " " + objective.unit();
    }
}
