package io.falconet.cluster.cli.bench;

import io.falconet.cluster.driver.RequestException;
import io.falconet.space.problem.Spelling;
import io.falconet.space.study.StudySpec.StrategySpec;
import java.util.List;
import java.util.OptionalInt;

/** Strategies by their names, as people type them. */
final class StrategyNames {
    /** The name that stands for every one. */
    static final String ALL = "all";

    private StrategyNames() {}

    /** The strategies of those names, or all of them. */
    static List<StrategySpec> strategies(List<String> names, OptionalInt population) {
        return (names.contains(ALL) ? StrategySpec.NAMES : names)
                .stream().distinct().map(name -> strategy(name, population)).toList();
    }

    /** The strategy of that name. */
    static StrategySpec strategy(String name, OptionalInt population) {
        if (!StrategySpec.NAMES.contains(name)) {
            throw new RequestException(
                    "There is no strategy named %s; known: %s.".formatted(name, String.join(", ", StrategySpec.NAMES)),
                    Spelling.nearest(name, StrategySpec.NAMES).orElse(StrategySpec.USUAL.name()) + ".");
        }
        return new StrategySpec(name, population.orElse(StrategySpec.usual(name).population()));
    }
}
