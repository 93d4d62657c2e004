package io.falconet.evaluator;

import io.falconet.space.graph.Complexity;
import io.falconet.space.outcome.Objective;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Upper bounds that follow from the network alone. */
final class Limits {
    private Limits() {}

    /** Which limits are broken: what was allowed, what was found. Limits on what must be measured are not looked at. */
    static Optional<String> broken(Complexity complexity, Map<Objective, Double> limits) {
        String broken = limits.entrySet().stream()
                .filter(limit -> !limit.getKey().expensive())
                .filter(limit -> limit.getKey().value(complexity) > limit.getValue())
                .map(limit -> String.format(
                        Locale.ROOT,
                        "%s: at most %,.0f allowed, found %,.0f",
                        limit.getKey().label(),
                        limit.getValue(),
                        limit.getKey().value(complexity)))
                .collect(Collectors.joining("; "));
        return broken.isEmpty() ? Optional.empty() : Optional.of(broken);
    }
}
